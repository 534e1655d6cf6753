/** One notice: what it says and where, whom it has reached, and how it is changed or ended. */
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { WireNotice } from '../../../protocol/notices.js';
import { useFormats, useInsights, useTold, useWords } from '../frame/insights-context.js';

interface NoticeCardProps {
  readonly notice: WireNotice;
  /** While a form is open its words are not put away for another's. */
  readonly isHeld: boolean;
  readonly onChange: () => void;
  readonly onDone: () => void;
}

export function NoticeCard({ notice, isHeld, onChange, onDone }: NoticeCardProps) {
  const { notices: words } = useWords();
  const { api } = useInsights();
  const { time } = useFormats();
  const told = useTold();
  const { message } = App.useApp();
  const [isEnding, setIsEnding] = useState(false);
  const { id, areas, services, texts, since, expectedEnd, startedBy, startedAt, end, reach } = notice;
  const finish = (tell: boolean): void => {
    setIsEnding(false);
    api.endNotice(id, tell).then(onDone, (trouble: unknown) => void message.error(told(trouble)));
  };
  return (
    <li className="card finding notice" data-running={end === null || undefined}>
      <div className="finding-head">
        <h2>{areas.length === 0 ? words.everywhere : words.list(areas)} · {words.list(services.map((service) => words.service[service]))}</h2>
        <span className="state-mark">{end === null ? words.running : words.over}</span>
      </div>
      <p lang="zh-CN">{texts['zh-CN']}</p>
      <p lang="en" className="finding-more">{texts.en}</p>
      <p className="hint">{words.times(time(since), expectedEnd === null ? null : time(expectedEnd))} · {words.by(startedBy.name, time(startedAt))}{end === null ? '' : ` · ${words.endedBy(end.by.name, time(end.at))}`}</p>
      <p>{words.reach(reach.answered, reach.waiting)}{reach.told > 0 ? ` · ${words.told(reach.told)}` : ''}</p>
      {end === null ? (
        <div className="buttons">
          <Button size="small" disabled={isHeld} onClick={onChange}>{words.change}</Button>
          <Button size="small" danger onClick={() => setIsEnding(true)}>{words.end}</Button>
        </div>
      ) : null}
      <Modal
        open={isEnding}
        title={words.endSure}
        onCancel={() => setIsEnding(false)}
        footer={[
          <Button key="quiet" onClick={() => finish(false)}>{words.endQuiet}</Button>,
          <Button key="tell" type="primary" onClick={() => finish(true)}>{words.endTell}</Button>,
        ]}
      >
        <p>{words.reach(reach.answered, reach.waiting)}</p>
      </Modal>
    </li>
  );
}
