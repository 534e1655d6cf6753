/** Whose plans a text is for, by the names under which they are sold. */
import { useQuery } from '@tanstack/react-query';
import { ChoicesField } from './choices-field.js';
import { useLocale, useStudio, useWords } from './studio-context.js';

export function PlansField({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
  const words = useWords().articles;
  const locale = useLocale();
  const { api } = useStudio();
  const { data: plans = [] } = useQuery({ queryKey: ['plans'], queryFn: api.plans });
  const choices = plans.map(({ id, name, isWithdrawn }) => ({ id, name: isWithdrawn ? words.withdrawn(name[locale]) : name[locale] }));
  return <ChoicesField words={{ label: words.plans, add: words.addPlan, drop: words.drop }} value={value} choices={choices} onChange={onChange} />;
}
