/** One intent: what it is called, what happens with it, and how people say it. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { NEW } from '../frame/open-entry.js';
import { SaveBar } from '../frame/save-bar.js';
import { goTo, useLocale, useStudio, useTold, useWords } from '../frame/studio-context.js';
import { useEntry } from '../frame/use-entry.js';
import type { Bare } from '../frame/use-entry.js';
import { StudioError } from '../link/studio-api.js';
import { LANGS } from '../link/wire.js';
import type { IntentEntry, Lang } from '../link/wire.js';
import { cleaned } from './cleaned.js';
import { doubts, ownersOf, rewritten, withoutBlanks } from './examples.js';
import { ExamplesGrid } from './examples-grid.js';
import { IntentFields } from './intent-fields.js';
import { IntentSays } from './intent-says.js';
import { IntentSlots } from './intent-slots.js';
import { MorePhrases } from './more-phrases.js';
import { useUndo } from './use-undo.js';

const BLANK: Bare<IntentEntry> = { id: '', kind: 'faq', names: { 'zh-CN': '', en: '' }, skillGroup: 'general', examples: { 'zh-CN': [''], en: [''] } };
const NONE: ReadonlySet<number> = new Set();

function isUndo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z';
}

/** `start` is null for a new one. */
export function IntentEditor({ start, intents }: { readonly start: IntentEntry | null; readonly intents: readonly IntentEntry[] }) {
  const words = useWords();
  const locale = useLocale();
  const { api } = useStudio();
  const told = useTold();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const editing = useEntry<IntentEntry>({ kind: 'intents', id: start?.id ?? NEW, start, blank: BLANK, clean: cleaned });
  const { entry, change } = editing;
  const [lang, setLang] = useState<Lang>(locale);
  const [chosen, setChosen] = useState(NONE);
  /** Chosen first and moved by a button: on some systems the arrow keys alone would choose. */
  const [target, setTarget] = useState('');
  const owners = useMemo(() => ownersOf(intents.filter((one) => one.id !== entry.id), lang), [intents, entry.id, lang]);
  const examples = entry.examples[lang];
  const marks = useMemo(() => doubts(examples, owners, entry.id), [examples, owners, entry.id]);
  const [only = ''] = chosen.size === 1 ? [...chosen].map((row) => examples[row]?.trim() ?? '') : [];
  const onlyChosen = only === '' ? null : only;
  /** As they stand on the screen by then: what waits for an answer of the server must not undo what was typed meanwhile. */
  const standing = useRef(entry.examples);
  useEffect(() => void (standing.current = entry.examples), [entry.examples]);
  const show = (list: readonly string[]): void => change({ examples: { ...standing.current, [lang]: list } });
  const undo = useUndo(examples, ({ before, after }) => (show(rewritten(after, before, standing.current[lang])), setChosen(NONE)));
  const put = (list: readonly string[], also?: () => Promise<void>): void => {
    undo.note(standing.current[lang], list, also);
    show(list);
  };
  const save = async (): Promise<void> => {
    if ((await editing.save(entry.id)) && start === null) goTo('intents', entry.id);
  };
  const removeEntry = async (): Promise<void> => {
    try {
      const { version } = await api.one<IntentEntry>('intents', entry.id);
      await api.remove('intents', entry.id, version);
      editing.discard();
      await Promise.all([queries.invalidateQueries({ queryKey: ['intents'] }), queries.invalidateQueries({ queryKey: ['changes'] })]);
      goTo('intents');
    } catch (error) {
      void message.error(told(error));
    }
  };
  const withPhrases = (one: IntentEntry, list: readonly string[]): IntentEntry => ({ ...one, examples: { ...one.examples, [lang]: list } });
  /** Out of this intent and into the other in one step, as far as the draft has them: a phrase stands in one of them whatever happens to this page. */
  const move = async (): Promise<void> => {
    try {
      const other = await api.one<IntentEntry>('intents', target);
      const there = other.examples[lang];
      const moved = withoutBlanks(examples.filter((_, row) => chosen.has(row)));
      const [taken, own] = [new Set(moved), editing.base()?.examples[lang] ?? []];
      await saveBoth(withPhrases(other, [...new Set([...there, ...moved])]), own.filter((phrase) => !taken.has(phrase)));
      put(rewritten(examples, examples.filter((_, row) => !chosen.has(row)), standing.current[lang]), async () => {
        const now = await api.one<IntentEntry>('intents', target);
        await saveBoth(withPhrases(now, now.examples[lang].filter((phrase) => there.includes(phrase) || !taken.has(phrase))), own);
      });
      setChosen(NONE);
      setTarget('');
      void message.success(words.intents.moved(moved.length, other.names[locale] || target));
    } catch (error) {
      await refused(error);
    }
  };
  /** Somebody else's newer work of this very intent is shown as it is when saving meets it. */
  const refused = async (error: unknown): Promise<void> => {
    void message.error(told(error));
    if (error instanceof StudioError && error.code === 'conflict') await editing.lookForNewer();
  };
  /** The other intent, and this one with these phrases beside whatever else the draft says of it. */
  const saveBoth = async (other: IntentEntry, phrases: readonly string[]): Promise<void> => {
    const own = editing.base();
    const isSame = own === null || JSON.stringify(own.examples[lang]) === JSON.stringify(phrases);
    const [, kept] = await api.saveTogether(isSame ? [other] : [other, withPhrases(own, phrases)]);
    if (kept) editing.standOn(kept);
    await Promise.all(['intents', 'changes'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
  const takeBack = (): void => void undo.back?.().catch(refused);
  return (
    <div className="page">
      <SaveBar path={start === null ? null : `intents/${entry.id}.yaml`} editing={editing} title={start === null ? words.intents.add : entry.names[locale] || entry.id} back="#/intents" onSave={() => void save()} onDelete={start === null ? null : () => void removeEntry()} />
      <IntentFields entry={entry} isNew={start === null} intents={intents} onChange={change} />
      <IntentSays entry={entry} intents={intents} onChange={change} />
      <IntentSlots slots={entry.slots ?? []} onChange={(slots) => change({ slots })} />
      <section aria-label={words.intents.examples} className="card" onKeyDown={(event) => isUndo(event) && undo.back !== null && (event.preventDefault(), takeBack())}>
        <div className="row">
          <h2>{words.intents.examples}</h2>
          <div role="group" aria-label={words.intents.language} className="switch">
            {LANGS.map((one) => (
              <button key={one} type="button" aria-pressed={one === lang} onClick={() => (setLang(one), setChosen(NONE))}>
                {one === 'en' ? 'English' : '中文'} {entry.examples[one].length}
              </button>
            ))}
          </div>
          <span className="row-end">
            <Button size="small" disabled={undo.back === null} onClick={takeBack}>{words.intents.undo}</Button>
            <Button size="small" onClick={() => setChosen(new Set(marks.flatMap((mark, row) => (mark === null ? [] : [row]))))} disabled={marks.every((mark) => mark === null)}>
              {words.intents.chooseDoubtful(marks.filter((mark) => mark !== null).length)}
            </Button>
            <Button size="small" disabled={examples.length === 0} onClick={() => setChosen(chosen.size === examples.length ? NONE : new Set(examples.keys()))}>{words.intents.chooseAll}</Button>
            <Button size="small" danger disabled={chosen.size === 0} onClick={() => (put(examples.filter((_, row) => !chosen.has(row))), setChosen(NONE))}>
              {words.intents.deleteChosen(chosen.size)}
            </Button>
            <select aria-label={words.intents.moveTo} value={target} disabled={chosen.size === 0} onChange={(event) => setTarget(event.target.value)}>
              <option value="">{words.intents.moveTo}</option>
              {intents.filter((one) => one.id !== entry.id).map((one) => <option key={one.id} value={one.id}>{one.names[locale]}</option>)}
            </select>
            <Button size="small" disabled={chosen.size === 0 || target === ''} onClick={() => void move()}>{words.intents.move}</Button>
          </span>
        </div>
        <ExamplesGrid key={lang} label={words.intents.examples} examples={examples} doubts={marks} chosen={chosen} onChange={put} onChoose={setChosen} />
        <MorePhrases key={`${lang}-more`} phrase={onlyChosen} lang={lang} examples={examples} owners={owners} onAdd={(phrases) => put([...withoutBlanks(examples), ...phrases])} />
      </section>
    </div>
  );
}
