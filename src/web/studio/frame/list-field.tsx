/** A field for several entries between commas; what is typed stays as typed until the field is left. */
import { useState } from 'react';

export function ListField({ label, example, value, onChange, onLeave }: { readonly label: string; readonly example?: string; readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void; readonly onLeave?: () => void }) {
  const [text, setText] = useState<string | null>(null);
  const read = (typed: string): readonly string[] => typed.split(/[,，、]/).map((one) => one.trim()).filter((one) => one !== '');
  return (
    <label>
      {label}
      <input placeholder={example} value={text ?? value.join(', ')} onChange={(event) => (setText(event.target.value), onChange(read(event.target.value)))} onBlur={() => (setText(null), onLeave?.())} />
    </label>
  );
}
