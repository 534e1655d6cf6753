/** Links a group to what was done about it, so that its effect is seen. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { FixChoice, OTHER } from './fix-choice.js';
import type { Choice, FixKind } from './fix-choice.js';

const KINDS: readonly FixKind[] = ['article', 'rule', 'notice', 'intent'];

export function FixDialog({ finding, onClose, onDone }: { readonly finding: WireFinding; readonly onClose: () => void; readonly onDone: () => void }) {
  const { fix: words } = useWords().findings;
  const { api } = useInsights();
  const told = useTold();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [kind, setKind] = useState<FixKind>('article');
  const [choice, setChoice] = useState<Choice | null | undefined>();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const ref = choice === null ? name.trim() : (choice?.ref ?? '');
  const save = (): void => {
    setIsBusy(true);
    // What was chosen is told by its title; a reference says nothing to who reads it later.
    const said = [choice?.title ?? '', text.trim()].filter(Boolean).join(' · ');
    api.fix(finding.id, { kind, ref, text: said })
      .then(onDone)
      .catch((trouble: unknown) => {
        void queries.invalidateQueries({ queryKey: ['fix-choices'] });
        void message.error(told(trouble));
      })
      .finally(() => setIsBusy(false));
  };
  const setAnotherKind = (another: FixKind): void => {
    setKind(another);
    setChoice(undefined);
  };
  return (
    <Modal open title={words.title} okText={words.ok} okButtonProps={{ disabled: ref === '' }} confirmLoading={isBusy} onOk={save} onCancel={onClose}>
      <div className="fields">
        <label>
          {words.kind}
          <select value={kind} onChange={(event) => setAnotherKind(event.target.value as FixKind)}>
            {KINDS.map((one) => <option key={one} value={one}>{words.kinds[one]}</option>)}
          </select>
        </label>
        <FixChoice key={kind} kind={kind} spoken={finding.locale} chosen={choice === null ? OTHER : (choice?.ref ?? null)} onChoose={setChoice} />
        {choice === null ? (
          <label>
            {words.name}
            <input value={name} maxLength={64} onChange={(event) => setName(event.target.value)} />
          </label>
        ) : null}
        <label>
          {words.text}
          <textarea rows={3} maxLength={400} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      </div>
    </Modal>
  );
}
