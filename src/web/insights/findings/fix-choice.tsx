/** Which article, plan, intent or notice it was that helped: those there are, sought by words. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WireFinding, WireFixChoices } from '../../../protocol/findings.js';
import { useFormats, useInsights, useLocale, useWords } from '../frame/insights-context.js';

export type FixKind = WireFinding['fixes'][number]['kind'];

export interface Choice {
  readonly ref: string;
  readonly title: string;
  readonly hint: string;
}

interface FixChoiceProps {
  readonly kind: FixKind;
  /** Of the group: articles of the same language come first. */
  readonly spoken: WireFinding['locale'];
  readonly chosen: string | null;
  /** Null: a rule that is not in the list. */
  readonly onChoose: (choice: Choice | null) => void;
}

const MOST_SHOWN = 40;
export const OTHER = '';

export function FixChoice({ kind, spoken, chosen, onChoose }: FixChoiceProps) {
  const { findings } = useWords();
  const { fix: words } = findings;
  const choices = useChoices(kind, spoken);
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const fitting = choices.filter(({ ref, title, hint }) => `${ref} ${title} ${hint}`.toLowerCase().includes(wanted));
  // What is chosen stays in sight, whatever is sought.
  const shown = [...choices.filter(({ ref }) => ref === chosen), ...fitting.filter(({ ref }) => ref !== chosen)].slice(0, MOST_SHOWN);
  return (
    <>
      <label>
        {words.seek}
        <input type="search" value={sought} maxLength={60} onChange={(event) => setSought(event.target.value)} />
      </label>
      <fieldset className="phrases">
        <legend>{words.which}</legend>
        {shown.map((choice) => (
          <label key={choice.ref} className="tick">
            <input type="radio" name="fix" checked={chosen === choice.ref} onChange={() => onChoose(choice)} />
            <span>{choice.title} <span className="hint">{choice.hint}</span></span>
          </label>
        ))}
        {shown.length === 0 ? <p className="hint">{words.none}</p> : null}
        {kind === 'rule' ? (
          <label className="tick">
            <input type="radio" name="fix" checked={chosen === OTHER} onChange={() => onChoose(null)} /> {words.other}
          </label>
        ) : null}
      </fieldset>
    </>
  );
}

function useChoices(kind: FixKind, spoken: WireFinding['locale']): readonly Choice[] {
  const { api } = useInsights();
  const { findings, notices: words } = useWords();
  const locale = useLocale();
  const { time } = useFormats();
  const { data } = useQuery({ queryKey: ['fix-choices'], queryFn: () => api.fixChoices() });
  if (data === undefined) return [];
  const notice = ({ ref, areas, services, since, isRunning }: WireFixChoices['notices'][number]): Choice => ({
    ref,
    title: `${areas.length === 0 ? words.everywhere : words.list(areas)} · ${words.list(services.map((service) => words.service[service]))}`,
    hint: `${time(since)}${isRunning ? ` · ${findings.fix.running}` : ''}`,
  });
  switch (kind) {
    case 'article':
      return data.articles.map(({ ref, title }) => ({ ref, title, hint: ref })).sort((one, other) => Number(other.ref.endsWith(`.${spoken}`)) - Number(one.ref.endsWith(`.${spoken}`)));
    case 'intent':
      return data.intents.map(({ ref, names }) => ({ ref, title: names[locale], hint: ref }));
    case 'notice':
      return data.notices.map(notice);
    case 'rule':
      return data.plans.map(({ ref, name }) => ({ ref, title: findings.fix.planRule(name[locale]), hint: ref }));
  }
}
