/** Which group something goes to: those of the same kind and language, those that share most signs first, or a new one. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useWords } from '../frame/insights-context.js';

export const NEW_GROUP = 'new';
const MOST_SHOWN = 50;

interface GroupChoiceProps {
  readonly finding: WireFinding;
  readonly mayBegin: boolean;
  readonly into: string | null;
  readonly onChoose: (id: string) => void;
}

export function GroupChoice({ finding, mayBegin, into, onChoose }: GroupChoiceProps) {
  const { findings: words } = useWords();
  const { api } = useInsights();
  const { data } = useQuery({ queryKey: ['findings', finding.kind, 'all'], queryFn: () => api.findings(finding.kind, 'all') });
  const [sought, setSought] = useState('');
  const others = useMemo(() => {
    const mine = signsOf(finding);
    const near = (one: WireFinding): number => [...signsOf(one)].filter((sign) => mine.has(sign)).length;
    const found = (data ?? []).filter(({ id, locale }) => id !== finding.id && locale === finding.locale).map((one) => ({ one, near: near(one) }));
    return found.sort((first, second) => second.near - first.near).map(({ one }) => one);
  }, [data, finding]);
  const shown = others.filter(({ examples }) => examples.some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()))).slice(0, MOST_SHOWN);
  return (
    <>
      <label>
        {words.mend.into}
        <input type="search" value={sought} placeholder={words.mend.seek} onChange={(event) => setSought(event.target.value)} />
      </label>
      <fieldset className="phrases" aria-label={words.mend.into}>
        {mayBegin ? (
          <label className="tick">
            <input type="radio" name="into" checked={into === NEW_GROUP} onChange={() => onChoose(NEW_GROUP)} /> {words.mend.begin}
          </label>
        ) : null}
        {shown.map(({ id, examples, count, state }) => (
          <label key={id} className="tick">
            <input type="radio" name="into" checked={into === id} onChange={() => onChoose(id)} />
            <span>
              {examples[0]} <span className="hint">{words.mend.of(count)}{state === 'open' ? '' : ` · ${words.state[state]}`}</span>
            </span>
          </label>
        ))}
        {shown.length === 0 ? <p className="hint">{words.mend.none}</p> : null}
      </fieldset>
    </>
  );
}

/** Pairs of signs of all its examples. */
function signsOf({ examples }: WireFinding): ReadonlySet<string> {
  return new Set(examples.flatMap((text) => [...text.toLowerCase()].slice(1).map((sign, index) => `${text.toLowerCase().charAt(index)}${sign}`)));
}
