/** Several things chosen by name: what is chosen can be dropped, the rest stand in a list. */
import { useLocale } from './studio-context.js';

export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

interface ChoicesProps {
  readonly words: { readonly label: string; readonly add: string; readonly drop: (name: string) => string };
  readonly value: readonly string[];
  readonly choices: readonly NamedChoice[];
  readonly onChange: (value: readonly string[]) => void;
}

export function ChoicesField({ words, value, choices, onChange }: ChoicesProps) {
  const locale = useLocale();
  const names = new Map(choices.map(({ id, name }) => [id, name]));
  const others = choices.filter(({ id }) => !value.includes(id)).sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <div className="choices-field" role="group" aria-label={words.label}>
      <span className="hint">{words.label}</span>
      {value.map((id) => (
        <span key={id} className="tag" title={id}>
          {names.get(id) ?? id} <button type="button" aria-label={words.drop(names.get(id) ?? id)} onClick={() => onChange(value.filter((one) => one !== id))}>×</button>
        </span>
      ))}
      <select aria-label={words.add} value="" onChange={(event) => onChange([...value, event.target.value])}>
        <option value="">{words.add}</option>
        {others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
    </div>
  );
}
