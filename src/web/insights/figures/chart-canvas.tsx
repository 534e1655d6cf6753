/** Draws one chart; the library is fetched with the first of them. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

interface ChartCanvasProps {
  readonly option: EChartsCoreOption;
  /** What is on it, for who does not see it; the figures themselves stand in the table below. */
  readonly label: string;
}

export default function ChartCanvas({ option, label }: ChartCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = init(place.current);
    chart.setOption(option);
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div className="chart" role="img" aria-label={label} ref={place} />;
}
