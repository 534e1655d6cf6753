/** Puts a wrong grouping right: some of a group's questions, or all of them, go to another group or begin one of their own. */
import { useQuery } from '@tanstack/react-query';
import { App, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { GroupChoice, NEW_GROUP } from './group-choice.js';

export function MendDialog({ finding, onClose, onDone }: { readonly finding: WireFinding; readonly onClose: () => void; readonly onDone: () => void }) {
  const { mend: words } = useWords().findings;
  const { api } = useInsights();
  const told = useTold();
  const { message } = App.useApp();
  const { data: items = [] } = useQuery({ queryKey: ['findings', 'items', finding.id], queryFn: () => api.items(finding.id) });
  const [isWhole, setIsWhole] = useState(finding.count === 1);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [into, setInto] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const chosen = items.filter(({ key }) => taken.has(key)).map(({ key }) => key);
  const mayBegin = !isWhole && chosen.length < finding.count;
  const isReady = into !== null && (isWhole || chosen.length > 0) && (mayBegin || into !== NEW_GROUP);
  const toggle = (key: string): void => {
    const next = new Set(taken);
    if (!next.delete(key)) next.add(key);
    setTaken(next);
  };
  const move = (): void => {
    setIsBusy(true);
    api.move(finding.id, { into: into === NEW_GROUP ? null : into, ...(isWhole ? {} : { items: chosen }) })
      .then(() => {
        void message.success(isWhole ? words.merged : words.moved(chosen.length));
        onDone();
      })
      .catch((trouble: unknown) => void message.error(told(trouble)))
      .finally(() => setIsBusy(false));
  };
  return (
    <Modal open title={words.title} okText={isWhole ? words.merge : words.move(chosen.length)} okButtonProps={{ disabled: !isReady }} confirmLoading={isBusy} onOk={move} onCancel={onClose}>
      <div className="fields">
        <Segmented<boolean>
          aria-label={words.what}
          value={isWhole}
          onChange={setIsWhole}
          options={[{ value: false, label: words.some, disabled: finding.count === 1 }, { value: true, label: words.whole }]}
        />
        {isWhole ? (
          <p className="hint">{words.wholeHint(finding.examples[0] ?? '', finding.count)}</p>
        ) : (
          <fieldset className="phrases">
            <legend>{words.which}</legend>
            {items.map(({ key, text }) => (
              <label key={key} className="tick">
                <input type="checkbox" checked={taken.has(key)} onChange={() => toggle(key)} /> {text}
              </label>
            ))}
          </fieldset>
        )}
        <GroupChoice finding={finding} mayBegin={mayBegin} into={into} onChoose={setInto} />
      </div>
    </Modal>
  );
}
