/** A list from which things are added one by one: at once by pointer; by the keys, which on some systems choose while one only looks through it, with Enter or the button. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useWords } from './studio-context.js';

export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

interface PickProps {
  readonly label: string;
  /** What stands in the closed list, where it is another. */
  readonly shown?: string;
  readonly choices: readonly NamedChoice[];
  readonly onAdd: (id: string) => void;
}

export function PickToAdd({ label, shown = label, choices, onAdd }: PickProps) {
  const words = useWords();
  const [looksAt, setLooksAt] = useState('');
  const isByKey = useRef(false);
  const picked = choices.find(({ id }) => id === looksAt);
  const add = (id: string): void => {
    setLooksAt('');
    isByKey.current = false;
    onAdd(id);
  };
  const press = (event: KeyboardEvent): void => {
    isByKey.current = true;
    if (event.key !== 'Enter' || picked === undefined) return;
    event.preventDefault();
    add(picked.id);
  };
  return (
    <span className="pick-to-add">
      <select
        aria-label={label}
        value={picked?.id ?? ''}
        onKeyDown={press}
        onPointerDown={() => (isByKey.current = false)}
        onBlur={() => (isByKey.current = false)}
        onChange={({ target }) => (isByKey.current || target.value === '' ? setLooksAt(target.value) : add(target.value))}
      >
        <option value="">{shown}</option>
        {choices.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
      {picked === undefined ? null : <Button size="small" onClick={() => add(picked.id)}>{words.edit.addPicked(picked.name)}</Button>}
    </span>
  );
}
