/** The figures of a telecom service floor: a range, what stands out, how it went over the days, and what is behind it. */
import { Alert, App } from 'antd';
import { useState } from 'react';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { Charts } from './charts.js';
import { DaysTable } from './days-table.js';
import { Lists } from './lists.js';
import { RangeBar } from './range-bar.js';
import { Tiles } from './tiles.js';
import { useFigures } from './use-figures.js';
import type { Choice } from './use-figures.js';

export default function FiguresPage() {
  const words = useWords();
  const told = useTold();
  const { api } = useInsights();
  const { message } = App.useApp();
  const [choice, setChoice] = useState<Choice>({ kind: 'week' });
  const [isComparing, setIsComparing] = useState(true);
  const [isBusy, setIsBusy] = useState(false);
  const { today, range, figures } = useFigures(choice, isComparing);
  const { data, error } = figures;
  const download = (): void => {
    setIsBusy(true);
    api.figuresFile(range, isComparing)
      .then((file) => saved(file, `jiebang-${range?.from ?? today ?? ''}.csv`))
      .catch((trouble: unknown) => void message.error(told(trouble)))
      .finally(() => setIsBusy(false));
  };
  return (
    <div className="page wide">
      <div className="page-head">
        <h1>{words.figures.title}</h1>
        {data ? <span className="hint">{words.figures.zone(data.timezone)}</span> : null}
      </div>
      <RangeBar {...{ choice, today, isComparing, isBusy }} onChoose={setChoice} onCompare={setIsComparing} onDownload={download} />
      <div role="alert" className="said">{error ? <Alert type="error" showIcon title={told(error)} /> : null}</div>
      {data === undefined ? (
        error ? null : <p role="status">{words.loading}</p>
      ) : (
        <>
          {data.total.conversations === 0 ? <p className="hint" role="status">{words.figures.nothing}</p> : null}
          <Tiles total={data.total} before={data.before} />
          <Charts days={data.days} published={data.published} />
          <Lists figures={data} />
          <DaysTable days={data.days} />
        </>
      )}
    </div>
  );
}

function saved(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
