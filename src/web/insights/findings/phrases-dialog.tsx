/** Puts the words of a group into an intent of the draft: which words, and which intent. */
import { useQuery } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useLocale, useTold, useWords } from '../frame/insights-context.js';

export function PhrasesDialog({ finding, onClose, onDone }: { readonly finding: WireFinding; readonly onClose: () => void; readonly onDone: () => void }) {
  const { phrases: words } = useWords().findings;
  const { api } = useInsights();
  const locale = useLocale();
  const told = useTold();
  const { message } = App.useApp();
  const { data: intents = [] } = useQuery({ queryKey: ['intents'], queryFn: () => api.intents() });
  const { data: items = [] } = useQuery({ queryKey: ['findings', 'items', finding.id], queryFn: () => api.items(finding.id) });
  const texts = [...new Set([...finding.examples, ...items.map(({ text }) => text)])].filter((text) => !/\[[A-Z]+-\d+\]/.test(text));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [intent, setIntent] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const chosen = texts.filter((text) => !left.has(text));
  const toggle = (text: string): void => {
    const next = new Set(left);
    if (!next.delete(text)) next.add(text);
    setLeft(next);
  };
  const add = (): void => {
    if (intent === null) return;
    setIsBusy(true);
    api.addPhrases(finding.id, intent, chosen)
      .then(({ added }) => {
        void message.success(words.added(added));
        onDone();
      })
      .catch((trouble: unknown) => void message.error(told(trouble)))
      .finally(() => setIsBusy(false));
  };
  return (
    <Modal open title={words.title} okText={words.add(chosen.length)} okButtonProps={{ disabled: intent === null || chosen.length === 0 }} confirmLoading={isBusy} onOk={add} onCancel={onClose}>
      <div className="fields">
        <label>
          {words.intent}
          <select value={intent ?? ''} onChange={(event) => setIntent(event.target.value === '' ? null : event.target.value)}>
            <option value="">{words.choose}</option>
            {intents.map(({ id, names }) => <option key={id} value={id}>{`${names[locale]} (${id})`}</option>)}
          </select>
        </label>
        <fieldset className="phrases">
          <legend>{words.which}</legend>
          {texts.map((text) => (
            <label key={text} className="tick">
              <input type="checkbox" checked={!left.has(text)} onChange={() => toggle(text)} /> {text}
            </label>
          ))}
        </fieldset>
      </div>
    </Modal>
  );
}
