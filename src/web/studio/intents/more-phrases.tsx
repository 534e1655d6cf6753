/** Other ways to say one phrase, written by a language model: read by the editor, and only what is ticked goes into the list. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { useStudio, useTold, useWords } from '../frame/studio-context.js';
import type { Lang } from '../link/wire.js';
import { keyOf } from './examples.js';

interface MoreProps {
  /** The one that is chosen; null when it is none or several. */
  readonly phrase: string | null;
  readonly lang: Lang;
  readonly examples: readonly string[];
  /** For each key the other intents that have it. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  readonly onAdd: (phrases: readonly string[]) => void;
}

interface Offered {
  readonly of: string;
  readonly phrases: readonly string[];
}

export function MorePhrases({ phrase, lang, examples, owners, onAdd }: MoreProps) {
  const words = useWords();
  const { api } = useStudio();
  const told = useTold();
  const { message } = App.useApp();
  const [isWriting, setWriting] = useState(false);
  const [offered, setOffered] = useState<Offered | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const known = new Set(examples.map(keyOf));
  const fresh = offered?.phrases.filter((one) => !known.has(keyOf(one))) ?? [];
  const elsewhere = (one: string): readonly string[] => owners.get(keyOf(one)) ?? [];
  const ask = async (text: string): Promise<void> => {
    setWriting(true);
    try {
      const phrases = await api.variants({ text, locale: lang });
      setOffered({ of: text, phrases });
      // What another intent has is shown and not ticked: one phrase in two intents is a conflict.
      setLeft(new Set(phrases.filter((one) => elsewhere(one).length > 0)));
    } catch (error) {
      void message.error(told(error));
    }
    setWriting(false);
  };
  const toggle = (one: string): void => {
    const next = new Set(left);
    if (!next.delete(one)) next.add(one);
    setLeft(next);
  };
  const taken = fresh.filter((one) => !left.has(one));
  return (
    <div className="more-phrases">
      <Button size="small" loading={isWriting} disabled={phrase === null} onClick={() => void ask(phrase ?? '')}>{words.more.ask}</Button>
      {phrase === null && offered === null ? <span className="hint">{words.more.chooseOne}</span> : null}
      {offered === null ? null : (
        <section aria-label={words.more.title(offered.of)} className="offered">
          <h3>{words.more.title(offered.of)} <span className="tag" data-tone="warn">{words.more.byModel}</span></h3>
          {fresh.length === 0 ? <p className="hint">{words.more.none}</p> : null}
          {fresh.map((one) => (
            <label key={one}>
              <input type="checkbox" checked={!left.has(one)} onChange={() => toggle(one)} /> {one}
              {elsewhere(one).length === 0 ? null : <span className="tag" data-tone="warn">{words.grid.alsoIn(elsewhere(one))}</span>}
            </label>
          ))}
          <div className="row">
            <Button size="small" type="primary" disabled={taken.length === 0} onClick={() => (onAdd(taken), setOffered(null))}>{words.more.add(taken.length)}</Button>
            <Button size="small" onClick={() => setOffered(null)}>{words.more.leave}</Button>
          </div>
        </section>
      )}
    </div>
  );
}
