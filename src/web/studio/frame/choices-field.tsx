/** Several things chosen by name: what is chosen can be dropped, the rest stand in a list. */
import { PickToAdd } from './pick-to-add.js';
import type { NamedChoice } from './pick-to-add.js';
import { useLocale } from './studio-context.js';

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
      <PickToAdd label={words.add} choices={others} onAdd={(id) => onChange([...value, id])} />
    </div>
  );
}
