/** A wrong charge on the bill and its way back: proposed by one person, above her authority approved by another, paid once. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskCase, WireCharge } from '../../../protocol/cases.js';
import { useDates } from '../cards/use-dates.js';
import { yuan } from '../../kit/format.js';
import { useDesk } from '../frame/desk-context.js';
import { isSupervisor } from '../state/desk-view.js';
import { CaseSection } from './case-section.js';
import { useCaseAct } from './use-cases.js';

/** 收费误差双倍返还. */
const TIMES = 2;

export function CaseRefund({ one, wrongCharges }: { readonly one: DeskCase; readonly wrongCharges: readonly WireCharge[] }) {
  const { t } = useTranslation();
  const mayPropose = one.stage !== 'closed' && (one.refund === null || one.refund.state === 'refused');
  return (
    <CaseSection title={t('cases.refund')}>
      {one.refund === null ? null : <Refund one={one} refund={one.refund} />}
      {mayPropose && wrongCharges.length === 0 ? <p className="who-none">{t('cases.noCharges')}</p> : null}
      {mayPropose ? wrongCharges.map((charge) => <Charge key={`${charge.month} ${charge.itemCode}`} one={one} charge={charge} />) : null}
    </CaseSection>
  );
}

function useChargeText(): (charge: WireCharge) => string {
  const { t } = useTranslation();
  const dates = useDates();
  return ({ month, item, chargedFen }) => t('cases.charge', { month: dates.month(month), item, amount: yuan(chargedFen) });
}

function Charge({ one, charge }: { readonly one: DeskCase; readonly charge: WireCharge }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const act = useCaseAct(one.id);
  const chargeText = useChargeText();
  const amount = yuan(charge.chargedFen * TIMES);
  const propose = (): void => {
    modal.confirm({
      title: t('cases.proposeTitle', { amount }),
      content: t('cases.proposeText'),
      okText: t('cases.propose', { amount }),
      cancelText: t('acts.cancel'),
      onOk: () => act('refund', { month: charge.month, itemCode: charge.itemCode }),
    });
  };
  return (
    <div className="case-charge">
      <p>{chargeText(charge)}</p>
      <Button size="small" onClick={propose}>
        {t('cases.propose', { amount })}
      </Button>
    </div>
  );
}

const TONES = { waits: 'warn', approved: 'info', refused: undefined, paid: 'ok' } as const;

function Refund({ one, refund }: { readonly one: DeskCase; readonly refund: NonNullable<DeskCase['refund']> }) {
  const { t } = useTranslation();
  const act = useCaseAct(one.id);
  const chargeText = useChargeText();
  const isApprover = useDesk(isSupervisor);
  const isMine = useDesk((state) => state.staff?.id === refund.proposedBy.staffId);
  const { state, month, itemCode, refundFen, proposedBy, decidedBy, orderId } = refund;
  const isStuck = state === 'approved' && refund.isStuck === true;
  const isEnded = state === 'refused' && refund.isStuck === true;
  const notTaken = t('cases.stuck');
  const said = [t('cases.proposedBy', { name: proposedBy.name }), decidedBy === null ? '' : t(isEnded ? 'cases.endedBy' : 'cases.decidedBy', { name: decidedBy.name }), orderId === null ? '' : t('cases.order', { id: orderId })];
  return (
    <div className="case-refund" data-state={state}>
      <p>
        <b className="num">{yuan(refundFen)}</b>
        <span className="tag" data-tone={isStuck ? 'bad' : TONES[state]}>
          {isStuck ? notTaken : isEnded ? t('cases.refundEnded') : t(`cases.refundStates.${state}`)}
        </span>
      </p>
      <p>{chargeText(refund)}</p>
      <p className="case-refund-who">{said.filter((text) => text !== '').join(' · ')}</p>
      {state === 'approved' ? (
        <p className="case-refund-acts">
          <Button size="small" onClick={() => void act('refund', { month, itemCode }, { conflict: notTaken, 'not-found': notTaken })}>
            {t('cases.payAgain')}
          </Button>
          {isStuck && isApprover ? (
            <Button size="small" onClick={() => void act('approve', { approved: false })}>
              {t('cases.endRefund')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {state === 'waits' && isApprover && isMine ? <p>{t('cases.secondPerson')}</p> : null}
      {state === 'waits' && isApprover && !isMine ? (
        <p className="case-refund-acts">
          <Button size="small" type="primary" onClick={() => void act('approve', { approved: true })}>
            {t('cases.approve')}
          </Button>
          <Button size="small" onClick={() => void act('approve', { approved: false })}>
            {t('cases.refuse')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
