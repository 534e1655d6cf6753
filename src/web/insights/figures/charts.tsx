/** The figures over the days: how conversations were answered, how long people waited, and when content was published. */
import { lazy, Suspense, useMemo } from 'react';
import type { WireFigures } from '../../../protocol/insights.js';
import { typeScale } from '../../desk/look/type-size.js';
import { useFormats, useInsights, useWords } from '../frame/insights-context.js';

const ChartCanvas = lazy(() => import('./chart-canvas.js'));

const LIGHT = { text: '#566272', line: '#e2e7ec', pane: '#ffffff', assistant: '#2f6fd0', person: '#e08a3c', unanswered: '#c5483f', none: '#b7c0cc', mark: '#7a5300' };
const DARK = { text: '#a9b4c2', line: '#28313c', pane: '#212a35', assistant: '#5b97ea', person: '#e0a05c', unanswered: '#e5695e', none: '#5a6675', mark: '#e2c069' };
const OUTCOMES = ['assistant', 'person', 'unanswered', 'none'] as const;

export function Charts({ days, published }: Pick<WireFigures, 'days' | 'published'>) {
  const { charts: words } = useWords().figures;
  const { isDark } = useInsights();
  const formats = useFormats();
  const colours = isDark ? DARK : LIGHT;
  const scale = typeScale();
  const frame = useMemo(() => {
    const axis = { axisLabel: { color: colours.text, fontSize: 12 * scale }, axisLine: { lineStyle: { color: colours.line } }, splitLine: { lineStyle: { color: colours.line } } };
    return {
      animation: false,
      textStyle: { fontFamily: 'inherit' },
      grid: { left: 8, right: 16, top: 40 * scale, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: colours.text, fontSize: 12 * scale } },
      tooltip: { trigger: 'axis', backgroundColor: colours.pane, borderColor: colours.line, textStyle: { color: colours.text, fontSize: 14 * scale } },
      xAxis: { type: 'category', data: days.map(({ day }) => formats.day(day)), ...axis, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, ...axis },
    };
  }, [colours, days, formats, scale]);
  const outcomes = useMemo(() => {
    const marks = [...new Map(published.map((one) => [one.day, one])).values()].map(({ day, number }) => ({ xAxis: formats.day(day), label: { formatter: words.published(number) } }));
    const series = OUTCOMES.map((outcome, index) => ({
      ...{ type: 'bar', stack: 'all', barMaxWidth: 36, name: words.outcome[outcome], itemStyle: { color: colours[outcome] } },
      data: days.map(({ summary }) => summary.outcomes[outcome]),
      ...(index === 0 ? { markLine: { symbol: 'none', silent: true, lineStyle: { color: colours.mark, type: 'dashed' }, label: { color: colours.mark, fontSize: 11 * scale }, data: marks } } : {}),
    }));
    return { ...frame, series };
  }, [frame, days, published, words, colours, formats, scale]);
  const waits = useMemo(() => {
    const line = (name: string, colour: string, of: 'p50' | 'p90') => ({ type: 'line', name, connectNulls: false, symbolSize: 6, itemStyle: { color: colour }, data: days.map(({ summary }) => summary.waits[of]) });
    return { ...frame, series: [line(words.p50, colours.assistant, 'p50'), line(words.p90, colours.person, 'p90')] };
  }, [frame, days, words, colours]);
  return (
    <div className="charts">
      <figure className="card">
        <figcaption>
          <h2>{words.outcomes}</h2>
          {published.length > 0 ? <span className="hint">{words.outcomesHint}</span> : null}
        </figcaption>
        <Suspense fallback={<div className="chart" />}><ChartCanvas option={outcomes} label={words.outcomes} /></Suspense>
      </figure>
      <figure className="card">
        <figcaption><h2>{words.waits}</h2></figcaption>
        <Suspense fallback={<div className="chart" />}><ChartCanvas option={waits} label={words.waits} /></Suspense>
      </figure>
    </div>
  );
}
