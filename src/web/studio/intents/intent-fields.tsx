/** The fields of an intent above its examples. */
import { RegionsField } from '../frame/regions-field.js';
import { PlansField } from '../frame/plans-field.js';
import { useLocale, useWords } from '../frame/studio-context.js';
import type { Bare } from '../frame/use-entry.js';
import type { IntentEntry, Lang } from '../link/wire.js';

interface FieldsProps {
  readonly entry: Bare<IntentEntry>;
  readonly isNew: boolean;
  readonly intents: readonly IntentEntry[];
  readonly onChange: (change: Partial<Bare<IntentEntry>>) => void;
}

export function IntentFields({ entry, isNew, intents, onChange }: FieldsProps) {
  const words = useWords();
  const groups = [...new Set([...intents.map(({ skillGroup }) => skillGroup), entry.skillGroup])].sort();
  const locale = useLocale();
  const skills = skillsOf(intents, locale);
  return (
    <section className="card fields wide-fields" aria-label={words.intents.about}>
      {isNew ? <label>{words.intents.id}<input value={entry.id} pattern="[a-z][a-z0-9_]*" maxLength={64} autoFocus onChange={(event) => onChange({ id: event.target.value })} /></label> : null}
      <label>{words.intents.nameZh}<input value={entry.names['zh-CN']} maxLength={60} onChange={(event) => onChange({ names: { ...entry.names, 'zh-CN': event.target.value } })} /></label>
      <label>{words.intents.nameEn}<input value={entry.names.en} maxLength={60} onChange={(event) => onChange({ names: { ...entry.names, en: event.target.value } })} /></label>
      <label>
        {words.intents.kind}
        <select value={entry.kind} onChange={(event) => onChange({ kind: event.target.value })}>
          {Object.entries(words.kinds).map(([kind, name]) => <option key={kind} value={kind}>{name}</option>)}
        </select>
      </label>
      {entry.kind !== 'skill' ? null : (
        <label>
          {words.intents.skill}
          <select value={entry.skill ?? ''} onChange={(event) => onChange({ skill: event.target.value })}>
            <option value="" disabled />
            {skills.map(({ skill, name }) => <option key={skill} value={skill}>{name}</option>)}
          </select>
        </label>
      )}
      <label>
        {words.intents.group}
        <select value={entry.skillGroup} onChange={(event) => onChange({ skillGroup: event.target.value })}>
          {groups.map((group) => <option key={group} value={group}>{nameOf(words.groups, group)}</option>)}
        </select>
      </label>
      <label>{words.intents.owner}<input value={entry.owner ?? ''} maxLength={120} onChange={(event) => onChange({ owner: event.target.value })} /></label>
      <label>{words.intents.validFrom}<input type="date" value={entry.validFrom ?? ''} onChange={(event) => onChange({ validFrom: event.target.value || null })} /></label>
      <label>{words.intents.validTo}<input type="date" value={entry.validTo ?? ''} onChange={(event) => onChange({ validTo: event.target.value || null })} /></label>
      <RegionsField value={entry.regions ?? []} onChange={(regions) => onChange({ regions })} />
      <label className="tick"><input type="checkbox" checked={entry.verify ?? false} onChange={(event) => onChange({ verify: event.target.checked })} />{words.intents.verify}</label>
      <label className="tick"><input type="checkbox" checked={entry.urgent ?? false} onChange={(event) => onChange({ urgent: event.target.checked })} />{words.intents.urgent}</label>
      <div className="whole"><PlansField value={entry.plans ?? []} onChange={(plans) => onChange({ plans })} /></div>
      <label className="whole">{words.intents.notes}<textarea rows={2} maxLength={2000} value={entry.notes ?? ''} onChange={(event) => onChange({ notes: event.target.value })} /></label>
    </section>
  );
}

/** A skill is a piece of the program: an editor knows it by the intents that it handles. */
function skillsOf(intents: readonly IntentEntry[], locale: Lang): readonly { readonly skill: string; readonly name: string }[] {
  const handled = new Map<string, string[]>();
  for (const { skill, names, id } of intents) if (skill) handled.set(skill, [...(handled.get(skill) ?? []), names[locale] || id]);
  return [...handled].map(([skill, names]) => ({ skill, name: `${names.join(locale === 'en' ? ', ' : '、')} (${skill})` })).sort((one, other) => one.name.localeCompare(other.name, locale));
}

function nameOf(names: Readonly<Record<string, string>>, id: string): string {
  return names[id] ?? id;
}
