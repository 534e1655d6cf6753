/** The brief in sections: why, asked, tried, account, earlier. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireBrief } from '../../../protocol/desk.js';
import { Facts } from '../cards/facts.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { ByModel } from '../look/by-model.js';
import { clockOf } from '../look/times.js';
import { useDayText } from '../look/use-when.js';
import { isSupervisor } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';

/** Why it went to whoever has it. */
export interface Assigned {
  readonly title: string;
  readonly text: string;
}

export function BriefSections({ brief, assigned }: { readonly brief: WireBrief; readonly assigned: Assigned | null }) {
  const { t } = useTranslation();
  const said = brief.summary.split(' / ').filter((line) => line.trim() !== '');
  return (
    <>
      <Section title={t('who.why')}>
        <p>{brief.reason}</p>
      </Section>
      {assigned === null ? null : (
        <Section title={assigned.title}>
          <p>{assigned.text}</p>
        </Section>
      )}
      <ModelSummary summary={brief.modelSummary} />
      <MoodTrend moods={brief.moods} />
      {brief.ownWords === undefined ? null : (
        <Section title={t('who.ownWords')}>
          <ul className="who-said">
            <li>{brief.ownWords}</li>
          </ul>
        </Section>
      )}
      {said.length === 0 ? null : (
        <Section title={t('who.asked')}>
          <ul className="who-said">
            {said.map((line, index) => (
              <li key={`${index} ${line}`}>{line}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('who.tried')}>
        {brief.tried.length === 0 ? <p className="who-none">{t('who.nothingTried')}</p> : <Tried tried={brief.tried} />}
      </Section>
      <Section title={t('who.account')}>
        {brief.account.length === 0 ? <p className="who-none">{t('who.noAccount')}</p> : <Facts rows={brief.account} />}
      </Section>
      <Section title={t('who.earlier')}>
        {brief.earlier.length === 0 ? <p className="who-none">{t('who.noEarlier')}</p> : <Earlier earlier={brief.earlier} />}
      </Section>
    </>
  );
}

function Section({ title, mark, children }: { readonly title: string; readonly mark?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="who-section">
      <h3>
        {title}
        {mark}
      </h3>
      {children}
    </section>
  );
}

/** The talk in a language model's words; the facts below stand by themselves. */
function ModelSummary({ summary }: { readonly summary: WireBrief['modelSummary'] }) {
  const { t } = useTranslation();
  if (summary === undefined) return null;
  return (
    <Section title={t('who.summary')} mark={<ByModel text={t('who.byModel')} />}>
      <p className="who-summary">{summary.text}</p>
    </Section>
  );
}

function Tried({ tried }: { readonly tried: WireBrief['tried'] }) {
  return (
    <ol className="who-tried">
      {tried.map((one) => (
        <li key={`${one.at} ${one.intent}`}>
          <span>{one.label}</span>
          <span className="tag">{one.outcome}</span>
          <time className="num">{clockOf(one.at)}</time>
        </li>
      ))}
    </ol>
  );
}

function Earlier({ earlier }: { readonly earlier: WireBrief['earlier'] }) {
  const { t } = useTranslation();
  const names = useNames();
  const { show } = useConsole();
  const dayText = useDayText();
  const supervises = useDesk(isSupervisor);
  const myId = useDesk((state) => state.staff?.id);
  return (
    <ul className="who-earlier">
      {earlier.map((one) => {
        const outcome = one.disposition === null ? null : names('who.dispositions', names('close.dispositions', one.disposition));
        const hands = inHands(one);
        const body = (
          <>
            <span>{one.headline || '—'}</span>
            <small className="num">
              {[dayText(one.at), outcome, hands && t(hands, { name: one.agent?.name })].filter((part) => part !== null).join(' · ')}
            </small>
          </>
        );
        const opens = hands === null || supervises || one.agent?.staffId === myId;
        return (
          <li key={one.conversationId}>
            {opens ? (
              <button type="button" className="plain" title={t('who.openEarlier')} onClick={() => show(one.conversationId)}>
                {body}
              </button>
            ) : (
              body
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Null once it is over or with the assistant alone; what others have in hand is not an agent's to read. */
function inHands({ state, agent }: WireBrief['earlier'][number]) {
  if (state === 'queued') return 'who.inLine';
  if (state !== 'live') return null;
  return agent === undefined ? 'who.served' : 'who.servedBy';
}

/** Message by message, the newest at the right; said in words as well. */
function MoodTrend({ moods }: { readonly moods: WireBrief['moods'] }) {
  const { t, i18n } = useTranslation();
  if (moods.length < 2) return null;
  const inWords = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(moods.map((mood) => t(`moods.${mood}`)));
  return (
    <Section title={t('who.moodTrend')}>
      <p className="who-moods" role="img" aria-label={inWords} title={inWords}>
        {moods.map((mood, index) => (
          <i key={index} data-mood={mood} />
        ))}
      </p>
    </Section>
  );
}
