/** Which intents an article answers, by their names. */
import { useQuery } from '@tanstack/react-query';
import { useLocale, useStudio, useWords } from '../frame/studio-context.js';
import { useNames } from '../frame/use-names.js';

export function IntentsField({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
  const words = useWords().articles;
  const locale = useLocale();
  const names = useNames();
  const { api } = useStudio();
  const { data: intents = [] } = useQuery({ queryKey: ['intents'], queryFn: api.intents });
  const others = intents.filter(({ id }) => !value.includes(id)).sort((one, other) => one.names[locale].localeCompare(other.names[locale], locale));
  return (
    <div className="intents-field" role="group" aria-label={words.intents}>
      <span className="hint">{words.intents}</span>
      {value.map((id) => (
        <span key={id} className="tag" title={id}>
          {names.intent(id)} <button type="button" aria-label={words.dropIntent(names.intent(id))} onClick={() => onChange(value.filter((one) => one !== id))}>×</button>
        </span>
      ))}
      <select aria-label={words.addIntent} value="" onChange={(event) => onChange([...value, event.target.value])}>
        <option value="">{words.addIntent}</option>
        {others.map(({ id, names: own }) => <option key={id} value={id}>{own[locale] || id}</option>)}
      </select>
    </div>
  );
}
