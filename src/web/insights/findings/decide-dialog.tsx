/** Decides a group, with a word on why. */
import { App, Modal } from 'antd';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';

interface DialogProps {
  readonly finding: WireFinding;
  readonly state: WireFinding['state'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function DecideDialog({ finding, state, onClose, onDone }: DialogProps) {
  const { findings: words } = useWords();
  const { api } = useInsights();
  const told = useTold();
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const decide = (): void => {
    setIsBusy(true);
    api.decide(finding.id, { state, note: note.trim(), seenAt: finding.decided?.at ?? null })
      .then(onDone)
      .catch((trouble: unknown) => void message.error(told(trouble)))
      .finally(() => setIsBusy(false));
  };
  return (
    <Modal open title={words.decide.title(words.state[state])} okText={words.decide.ok} confirmLoading={isBusy} onOk={decide} onCancel={onClose}>
      <div className="fields">
        <label>
          {words.decide.note}
          <textarea rows={3} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
      </div>
    </Modal>
  );
}
