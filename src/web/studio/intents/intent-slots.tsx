/** The facts an intent asks for before it is answered or passed on. */
import { Button } from 'antd';
import { useWords } from '../frame/studio-context.js';
import type { Lang, Slot } from '../link/wire.js';

const BLANK: Slot = { name: '', entity: 'text', required: true, ask: null };

export function IntentSlots({ slots, onChange }: { readonly slots: readonly Slot[]; readonly onChange: (slots: readonly Slot[]) => void }) {
  const words = useWords().intents;
  const put = (index: number, change: Partial<Slot>): void => onChange(slots.map((slot, at) => (at === index ? { ...slot, ...change } : slot)));
  const ask = (index: number, lang: Lang, text: string): void => {
    const both = { 'zh-CN': '', en: '', ...slots[index]?.ask, [lang]: text };
    put(index, { ask: both.en + both['zh-CN'] === '' ? null : both });
  };
  return (
    <details className="card" open={slots.length > 0}>
      <summary>{words.slots} <span className="count">{slots.length}</span></summary>
      <p className="hint">{words.slotsHint}</p>
      {slots.map((slot, index) => (
        <div className="fields wide-fields slot" key={index} role="group" aria-label={`${words.slots} ${index + 1}`}>
          <label>{words.slotName}<input value={slot.name} maxLength={64} onChange={(event) => put(index, { name: event.target.value })} /></label>
          <label>
            {words.entity}
            <select value={slot.entity} onChange={(event) => put(index, { entity: event.target.value })}>
              {Object.entries(words.entities).map(([entity, name]) => <option key={entity} value={entity}>{name}</option>)}
            </select>
          </label>
          <label>{words.askZh}<input lang="zh-CN" value={slot.ask?.['zh-CN'] ?? ''} maxLength={300} onChange={(event) => ask(index, 'zh-CN', event.target.value)} /></label>
          <label>{words.askEn}<input lang="en" value={slot.ask?.en ?? ''} maxLength={300} onChange={(event) => ask(index, 'en', event.target.value)} /></label>
          {slot.entity === 'text' ? <label>{words.pattern}<input value={slot.pattern ?? ''} maxLength={200} spellCheck={false} onChange={(event) => put(index, { pattern: event.target.value || null })} /></label> : null}
          <span className="row">
            <label className="tick"><input type="checkbox" checked={slot.required ?? false} onChange={(event) => put(index, { required: event.target.checked })} />{words.required}</label>
            <Button size="small" type="text" onClick={() => onChange(slots.filter((_, at) => at !== index))}>{words.removeAnswer}</Button>
          </span>
        </div>
      ))}
      <Button size="small" disabled={slots.length >= 10} onClick={() => onChange([...slots, BLANK])}>{words.addSlot}</Button>
    </details>
  );
}
