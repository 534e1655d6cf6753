/** All intents of the draft: found by name or by any example, with what each has and what the draft changed. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { NEW, OpenEntry } from '../frame/open-entry.js';
import { goTo, useLocale, usePlace, useStudio, useTold, useWords } from '../frame/studio-context.js';
import { useAtWork } from '../frame/use-at-work.js';
import type { IntentEntry } from '../link/wire.js';
import { IntentEditor } from './intent-editor.js';

export default function IntentsPage() {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  const [, id] = usePlace();
  const { data: intents, error, isPending } = useQuery({ queryKey: ['intents'], queryFn: api.intents });
  if (isPending) return <p role="status" className="page">{words.loading}</p>;
  if (error) return <p role="alert" className="page">{told(error)}</p>;
  if (id === undefined) return <IntentList intents={intents} />;
  return <OpenEntry<IntentEntry> key={id} kind="intents" id={id}>{(start) => <IntentEditor start={start} intents={intents} />}</OpenEntry>;
}

function IntentList({ intents }: { readonly intents: readonly IntentEntry[] }) {
  const words = useWords();
  const { api } = useStudio();
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const { data: changes = [] } = useQuery({ queryKey: ['changes'], queryFn: () => api.changes() });
  const at = new Map(useAtWork(null).map(({ path, who }) => [path, who.name]));
  const changed = new Map(changes.map(({ path, kind }) => [path, kind]));
  const found = intents.filter((intent) => matches(intent, wanted));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.nav.intents}</h1>
        <Input.Search allowClear value={search} placeholder={words.intents.search} aria-label={words.intents.search} onChange={(event) => setSearch(event.target.value)} />
        <Button type="primary" onClick={() => goTo('intents', NEW)}>{words.intents.add}</Button>
      </div>
      <p className="hint" role="status">{words.intents.found(found.length)}</p>
      <div className="scroll" tabIndex={0}>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{words.intents.name}</th>
              <th scope="col">{words.intents.kind}</th>
              <th scope="col" className="num">中文</th>
              <th scope="col" className="num">English</th>
              <th scope="col">{words.intents.state}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((intent) => {
              const change = changed.get(`intents/${intent.id}.yaml`);
              return (
                <tr key={intent.id}>
                  <th scope="row">
                    <a href={`#/intents/${intent.id}`}>{intent.names[locale]}</a> <small>{intent.id}</small>
                  </th>
                  <td>{kindName(words.kinds, intent.kind)}</td>
                  <td className="num">{intent.examples['zh-CN'].length}</td>
                  <td className="num">{intent.examples.en.length}</td>
                  <td>{change === undefined ? null : <span className="tag" data-tone="warn">{words.change[change]}</span>} {at.has(`intents/${intent.id}.yaml`) ? <span className="tag">{words.edit.isEditing(at.get(`intents/${intent.id}.yaml`) ?? '')}</span> : null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function kindName(kinds: Readonly<Record<string, string>>, kind: string): string {
  return kinds[kind] ?? kind;
}

function matches(intent: IntentEntry, wanted: string): boolean {
  if (wanted === '') return true;
  const texts = [intent.id, ...Object.values(intent.names), ...intent.examples['zh-CN'], ...intent.examples.en];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
