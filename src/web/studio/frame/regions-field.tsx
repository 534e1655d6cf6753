/** Where a text is for: provinces, cities or districts between commas; a name nobody knows is told once the field is left. */
import { useState } from 'react';
import { UnknownPlaces } from '../../staff/unknown-places.js';
import { ListField } from './list-field.js';
import { useStudio, useWords } from './studio-context.js';

export function RegionsField({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
  const words = useWords().articles;
  const { api } = useStudio();
  const [left, setLeft] = useState(value.join(','));
  return (
    <>
      <ListField label={words.regions} example={words.regionsExample} value={value} onChange={onChange} onLeave={() => setLeft(value.join(','))} />
      <UnknownPlaces names={left} ask={api.unknownPlaces} say={words.unknownPlaces} />
    </>
  );
}
