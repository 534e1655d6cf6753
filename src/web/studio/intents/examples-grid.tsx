/** Hundreds of examples in one list that stays quick: only the rows in sight are drawn; arrows, Enter and pasted columns work as in a sheet. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useWords } from '../frame/studio-context.js';
import { useNames } from '../frame/use-names.js';
import { useRowsInSight } from '../frame/use-rows-in-sight.js';
import { pastedLines, withPasted } from './examples.js';

/** Beside type of the usual size. */
const ROW_PX = 38;

interface GridProps {
  readonly label: string;
  readonly examples: readonly string[];
  readonly doubts: readonly (readonly string[] | null)[];
  readonly chosen: ReadonlySet<number>;
  readonly onChange: (examples: readonly string[]) => void;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}

export function ExamplesGrid({ label, examples, doubts, chosen, onChange, onChoose }: GridProps) {
  const words = useWords().grid;
  const names = useNames();
  const { frame, onScroll, rowPx, top, first, last } = useRowsInSight<HTMLDivElement>(examples.length, ROW_PX);
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    const list = frame.current;
    if (wanted === null || !list) return;
    if (wanted * rowPx < list.scrollTop) list.scrollTop = wanted * rowPx;
    if ((wanted + 1) * rowPx > list.scrollTop + list.clientHeight) list.scrollTop = (wanted + 1) * rowPx - list.clientHeight;
    const field = list.querySelector<HTMLInputElement>(`input[data-row="${wanted}"]`);
    if (!field) return;
    field.focus();
    setWanted(null);
  }, [wanted, top, examples, rowPx, frame]);
  const put = (row: number, text: string): void => onChange(examples.map((one, index) => (index === row ? text : one)));
  const insert = (row: number): void => {
    onChange([...examples.slice(0, row), '', ...examples.slice(row)]);
    onChoose(new Set());
    setWanted(row);
  };
  const press = (event: KeyboardEvent, row: number): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && row < examples.length - 1) setWanted(row + 1);
    else if (event.key === 'ArrowUp' && row > 0) setWanted(row - 1);
    else if (event.key === 'Enter') insert(row + 1);
    else if (event.key === 'Backspace' && examples[row] === '' && examples.length > 1) {
      onChange(examples.filter((_, index) => index !== row));
      onChoose(new Set());
      setWanted(Math.max(0, row - 1));
    } else return;
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent, row: number): void => {
    const lines = pastedLines(event.clipboardData.getData('text'));
    if (lines.length < 2) return;
    event.preventDefault();
    onChange(withPasted(examples, row, lines));
    onChoose(new Set());
  };
  const toggle = (row: number): void => {
    const next = new Set(chosen);
    if (!next.delete(row)) next.add(row);
    onChoose(next);
  };
  return (
    <div className="grid">
      <div className="grid-frame" ref={frame} role="group" aria-label={label} onScroll={onScroll}>
        <div style={{ height: examples.length * rowPx, position: 'relative' }}>
          {examples.slice(first, last).map((text, offset) => {
            const row = first + offset;
            const doubt = doubts[row] ?? null;
            return (
              <div key={row} className="grid-row" data-doubt={doubt === null ? undefined : ''} style={{ top: row * rowPx, height: rowPx }}>
                <label className="grid-choose">
                  <input type="checkbox" checked={chosen.has(row)} aria-label={words.choose(row + 1)} onChange={() => toggle(row)} />
                </label>
                <input data-row={row} value={text} maxLength={500} aria-label={words.example(row + 1)} onChange={(event) => put(row, event.target.value)} onKeyDown={(event) => press(event, row)} onPaste={(event) => paste(event, row)} />
                {doubt === null ? null : <span className="tag" data-tone="warn">{words.alsoIn(doubt.map(names.intent))}</span>}
              </div>
            );
          })}
        </div>
      </div>
      <Button size="small" onClick={() => insert(examples.length)}>{words.add}</Button>
      <p className="hint">{words.hint}</p>
    </div>
  );
}
