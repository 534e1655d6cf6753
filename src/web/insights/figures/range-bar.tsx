/** Which days the figures are of, what they are compared with, and the way to take them along. */
import { Button, Segmented, Switch } from 'antd';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useWords } from '../frame/insights-context.js';
import type { Choice } from './use-figures.js';

interface RangeBarProps {
  readonly choice: Choice;
  /** The operator's today; null until the server has said it. */
  readonly today: string | null;
  readonly isComparing: boolean;
  readonly isBusy: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onCompare: (isOn: boolean) => void;
  readonly onDownload: () => void;
}

export function RangeBar({ choice, today, isComparing, isBusy, onChoose, onCompare, onDownload }: RangeBarProps) {
  const { figures: words } = useWords();
  const { range } = words;
  const [isCustom, setIsCustom] = useState(choice.kind === 'custom');
  const [isWrong, setIsWrong] = useState(false);
  const apply = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const [from, to] = [String(entered.get('from')), String(entered.get('to'))];
    const isSound = from !== '' && to !== '' && from <= to && Date.parse(to) - Date.parse(from) <= 365 * 86_400_000;
    setIsWrong(!isSound);
    if (isSound) onChoose({ kind: 'custom', from, to });
  };
  return (
    <div className="range-bar">
      <Segmented<Choice['kind']>
        aria-label={range.label}
        value={isCustom ? 'custom' : choice.kind}
        onChange={(kind) => {
          setIsCustom(kind === 'custom');
          if (kind !== 'custom') onChoose({ kind });
        }}
        options={[
          { value: 'today', label: range.today },
          { value: 'week', label: range.week },
          { value: 'month', label: range.month },
          { value: 'custom', label: range.custom },
        ]}
      />
      {isCustom ? (
        <form className="custom-range" onSubmit={apply}>
          <label>
            {range.from} <input type="date" name="from" defaultValue={choice.kind === 'custom' ? choice.from : (today ?? '')} />
          </label>
          <label>
            {range.to} <input type="date" name="to" defaultValue={choice.kind === 'custom' ? choice.to : (today ?? '')} />
          </label>
          <Button htmlType="submit">{range.apply}</Button>
        </form>
      ) : null}
      <label className="tick">
        <Switch size="small" checked={isComparing} onChange={onCompare} /> {words.compare}
      </label>
      <Button className="row-end" loading={isBusy} onClick={onDownload}>{words.download}</Button>
      <p role="alert" className="hint bad whole">{isWrong ? words.badRange : ''}</p>
    </div>
  );
}
