/** Notes what was done about a group, so that its effect is seen. */
import { App, Modal } from 'antd';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';

type Kind = WireFinding['fixes'][number]['kind'];
const KINDS: readonly Kind[] = ['rule', 'article', 'intent', 'notice'];

export function FixDialog({ finding, onClose, onDone }: { readonly finding: WireFinding; readonly onClose: () => void; readonly onDone: () => void }) {
  const { fix: words } = useWords().findings;
  const { api } = useInsights();
  const told = useTold();
  const { message } = App.useApp();
  const [fix, setFix] = useState({ kind: 'rule' as Kind, ref: '', text: '' });
  const [isBusy, setIsBusy] = useState(false);
  const save = (): void => {
    setIsBusy(true);
    api.fix(finding.id, { ...fix, ref: fix.ref.trim(), text: fix.text.trim() })
      .then(onDone)
      .catch((trouble: unknown) => void message.error(told(trouble)))
      .finally(() => setIsBusy(false));
  };
  return (
    <Modal open title={words.title} okText={words.ok} okButtonProps={{ disabled: fix.ref.trim() === '' }} confirmLoading={isBusy} onOk={save} onCancel={onClose}>
      <div className="fields">
        <label>
          {words.kind}
          <select value={fix.kind} onChange={(event) => setFix({ ...fix, kind: event.target.value as Kind })}>
            {KINDS.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}
          </select>
        </label>
        <label>
          {words.ref}
          <input value={fix.ref} maxLength={64} onChange={(event) => setFix({ ...fix, ref: event.target.value })} />
          <span className="hint">{words.refHint}</span>
        </label>
        <label>
          {words.text}
          <textarea rows={3} maxLength={500} value={fix.text} onChange={(event) => setFix({ ...fix, text: event.target.value })} />
        </label>
      </div>
    </Modal>
  );
}
