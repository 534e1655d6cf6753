/** Which intents an article answers, by their names. */
import { useQuery } from '@tanstack/react-query';
import { ChoicesField } from '../frame/choices-field.js';
import { useLocale, useStudio, useWords } from '../frame/studio-context.js';

export function IntentsField({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
  const words = useWords().articles;
  const locale = useLocale();
  const { api } = useStudio();
  const { data: intents = [] } = useQuery({ queryKey: ['intents'], queryFn: api.intents });
  const choices = intents.map(({ id, names }) => ({ id, name: names[locale] || id }));
  return <ChoicesField words={{ label: words.intents, add: words.addIntent, drop: words.drop }} value={value} choices={choices} onChange={onChange} />;
}
