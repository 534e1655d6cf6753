/** By when: the deadlines of a case, and the promises made on it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskCase, WirePromise } from '../../../protocol/cases.js';
import { Countdown } from '../look/countdown.js';
import { useWhen } from '../look/use-when.js';
import { CaseSection } from './case-section.js';
import { useCaseAct } from './use-cases.js';

export function Deadlines({ one }: { readonly one: DeskCase }) {
  const { t } = useTranslation();
  const isRunning = one.stage === 'received' || one.stage === 'working';
  const hasFirst = one.kind === 'complaint' || one.kind === 'refund';
  return (
    <CaseSection title={t('cases.deadlines')}>
      <dl className="case-deadlines">
        {hasFirst ? (
          <div>
            <dt>{t('cases.firstAnswer')}</dt>
            <dd>{one.firstAnswerDueAt === null ? t('cases.met') : <Due at={one.firstAnswerDueAt} isRunning={isRunning} />}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t(one.kind === 'call-back' ? 'cases.call' : 'cases.close')}</dt>
          <dd>
            <Due at={one.closeDueAt} isRunning={isRunning} />
          </dd>
        </div>
      </dl>
    </CaseSection>
  );
}

function Due({ at, isRunning }: { readonly at: number; readonly isRunning: boolean }) {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <>
      <span className="num">{t('cases.dueBy', { time: when(at) })}</span>
      {isRunning ? <Countdown at={at} /> : null}
    </>
  );
}

const TONES = { open: 'warn', kept: 'ok', broken: 'bad', void: undefined } as const;

export function Promises({ one, promises }: { readonly one: DeskCase; readonly promises: readonly WirePromise[] }) {
  const { t } = useTranslation();
  const act = useCaseAct(one.id);
  return (
    <CaseSection title={t('cases.promises')}>
      {promises.length === 0 ? <p className="who-none">{t('cases.noPromises')}</p> : null}
      <ul className="case-promises">
        {promises.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} onKeep={() => void act('promise-keep', { promiseId: promise.id })} />
        ))}
      </ul>
    </CaseSection>
  );
}

/** One that was broken stays so on record, and cannot be kept any more. */
export function PromiseRow({ promise: { text, by, dueAt, state }, onKeep }: { readonly promise: WirePromise; readonly onKeep: () => void }) {
  const { t } = useTranslation();
  const who = by ?? t('cases.actors.assistant');
  return (
    <li>
      <p>{text}</p>
      <p className="case-promise-foot">
        <span className="tag" data-tone={TONES[state]}>
          {t(`cases.promiseStates.${state}`)}
        </span>
        <span>{t('cases.promisedBy', { who })}</span>
        {state === 'open' ? <Countdown at={dueAt} /> : null}
        {state === 'open' ? (
          <Button size="small" onClick={onKeep}>
            {t('cases.keep')}
          </Button>
        ) : null}
      </p>
    </li>
  );
}
