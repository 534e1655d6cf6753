/** One group: how it is asked, how often and why, what was done about it, and what may be done now. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useFormats, useInsights, useLocale, useWords } from '../frame/insights-context.js';
import { FindingActions } from './finding-actions.js';
import { FindingItems } from './finding-items.js';

/** A group that was put together by hand knows more; its items say all. */
const MOST_EXAMPLES = 6;

export function FindingCard({ finding, onChanged }: { readonly finding: WireFinding; readonly onChanged: () => void }) {
  const { findings: words } = useWords();
  const { time, decimal } = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const { examples, recent, count, lastAt, whys, areas, effect, decided, fixes } = finding;
  return (
    <li className="card finding" lang={finding.locale}>
      <div className="finding-head">
        <h2>{examples[0]}</h2>
        <Sparkline days={finding.days} />
      </div>
      <p className="hint">{words.count(recent, count)} · {words.last(time(lastAt))}</p>
      <ul className="marks">
        {Object.entries(whys).map(([why, times]) => (
          <li key={why}>{words.why[why] ?? why} <b className="num">{times}</b></li>
        ))}
        {areas.map(({ area, count: times }) => (
          <li key={area} data-kind="area"><a href={`#/notices/${encodeURIComponent(area)}`} title={words.notice(area)}>{area}</a> <b className="num">{times}</b></li>
        ))}
      </ul>
      {examples.length > 1 ? <p className="finding-more">{examples.slice(1, MOST_EXAMPLES).map(words.quoted).join(' ')}</p> : null}
      {fixes.map((fix) => <FixLine key={`${fix.kind}${fix.ref}`} fix={fix} />)}
      {fixes.length > 0 && effect === null ? <p className="hint">{words.effectLater}</p> : null}
      {effect ? (
        <p className="tile-before" data-tone={effect.after < effect.before ? 'good' : 'bad'}>
          {effect.after < effect.before ? `▼ ${words.fell}` : `▲ ${words.rose}`} · {words.effect(decimal(effect.before), decimal(effect.after))}
        </p>
      ) : null}
      {decided ? <p className="hint">{words.state[finding.state]} · {words.decide.by(decided.by.name, time(decided.at))}{decided.note === '' ? '' : ` · ${decided.note}`}</p> : null}
      <FindingActions finding={finding} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} onChanged={onChanged} />
      {isOpen ? <FindingItems id={finding.id} /> : null}
    </li>
  );
}

const PLACES: Readonly<Record<WireFinding['fixes'][number]['kind'], (ref: string) => string | null>> = {
  article: (ref) => `/studio#/articles/${ref}`,
  intent: (ref) => `/studio#/intents/${ref}`,
  notice: () => '#/notices',
  rule: () => null,
};

/** Null for none, and until it is known. */
function useIntentName(id: string | null): string | null {
  const { api } = useInsights();
  const locale = useLocale();
  const { data } = useQuery({ queryKey: ['fix-choices'], queryFn: () => api.fixChoices(), enabled: id !== null });
  return data?.intents.find(({ ref }) => ref === id)?.names[locale] ?? null;
}

/** Where it can be looked at is linked; the reference of a notice is nothing to read. */
function FixLine({ fix }: { readonly fix: WireFinding['fixes'][number] }) {
  const { findings: words } = useWords();
  const { time } = useFormats();
  const { kind, ref, text, by, at, isModelText } = fix;
  const place = PLACES[kind](encodeURIComponent(ref));
  const intent = useIntentName(kind === 'intent' ? ref : null);
  // An article goes by its title, an intent by its name.
  const isTitled = kind === 'article' && text !== '';
  const name = kind === 'notice' ? words.fix.kinds[kind] : words.fixed(words.fix.kinds[kind], isTitled ? text : (intent ?? ref));
  return (
    <p className="finding-fix">
      ✓ {place === null ? name : <a href={place}>{name}</a>} {isTitled ? null : text}
      {isModelText ? <em className="model-mark">{words.article.modelText}</em> : null} <span className="hint">{words.decide.by(by.name, time(at))}</span>
    </p>
  );
}

function Sparkline({ days }: Pick<WireFinding, 'days'>) {
  const { findings: words } = useWords();
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <svg className="sparkline" viewBox={`0 0 ${days.length * 4} 28`} role="img" aria-label={words.trend(days.map(({ count }) => count).join(' '))}>
      {days.map(({ day, count }, index) => (
        <rect key={day} x={index * 4} width={3} y={28 - Math.max(1, (count / most) * 27)} height={Math.max(1, (count / most) * 27)} data-none={count === 0 || undefined} />
      ))}
    </svg>
  );
}
