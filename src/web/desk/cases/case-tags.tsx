/** A case in the small: its stage as a tag, its title line, its deadline. */
import { useTranslation } from 'react-i18next';
import type { DeskCase, WireCaseStage } from '../../../protocol/cases.js';
import { Countdown } from '../look/countdown.js';
import { Icon } from '../look/icons.js';

const TONES: Readonly<Record<WireCaseStage, string | undefined>> = { received: 'warn', working: 'info', asked: 'bot', closed: undefined };

export function StageTag({ stage }: { readonly stage: WireCaseStage }) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-tone={TONES[stage]}>
      {t(`cases.stages.${stage}`)}
    </span>
  );
}

/** One line of a list. */
export function CaseRow({ one, isShown, onShow }: { readonly one: DeskCase; readonly isShown: boolean; readonly onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className="case-row plain" aria-current={isShown ? 'true' : undefined} onClick={onShow}>
        <span className="case-row-top">
          <b>{t(`cases.kinds.${one.kind}`)}</b>
          <StageTag stage={one.stage} />
          {one.refund?.state === 'waits' ? (
            <span className="tag" data-tone="warn">
              {t('cases.refundStates.waits')}
            </span>
          ) : null}
          {one.dueAt === null ? null : <Countdown at={one.dueAt} />}
        </span>
        <span className="case-row-title">{one.title}</span>
        <span className="case-row-foot num">
          <span>{one.number}</span>
          {one.subscriber === null ? null : <span>{one.subscriber}</span>}
          <span className="case-row-person">
            <Icon name="person" size={13} />
            {one.handler?.name ?? t('cases.nobody')}
          </span>
        </span>
      </button>
    </li>
  );
}
