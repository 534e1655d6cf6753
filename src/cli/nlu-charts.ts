/** Two plots as SVG: is confidence what it says, and what share of out-of-scope messages is refused at which cost. */
import type { Bin } from './nlu-figures.js';

const SIZE = 360;
const EDGE = 44;

function place(x: number, y: number): string {
  return `${(EDGE + x * SIZE).toFixed(1)},${(EDGE + (1 - y) * SIZE).toFixed(1)}`;
}

function frame(title: string, [across, up]: readonly [string, string], inside: string): string {
  const whole = SIZE + 2 * EDGE;
  const ticks = [0, 0.25, 0.5, 0.75, 1]
    .map((tick) => {
      const [x, y] = [EDGE + tick * SIZE, EDGE + (1 - tick) * SIZE];
      return `<text x="${x}" y="${EDGE + SIZE + 16}" text-anchor="middle">${tick}</text><text x="${EDGE - 6}" y="${y + 4}" text-anchor="end">${tick}</text>`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" font-family="sans-serif" font-size="11" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/><rect x="${EDGE}" y="${EDGE}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#bbb"/>
<text x="${whole / 2}" y="22" text-anchor="middle" font-size="14">${title}</text>${ticks}
<text x="${whole / 2}" y="${whole - 10}" text-anchor="middle">${across}</text><text transform="translate(12 ${whole / 2}) rotate(-90)" text-anchor="middle">${up}</text>
${inside}</svg>\n`;
}

export function calibrationChart(bins: readonly Bin[]): string {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const dots = bins
    .filter((bin) => bin.count > 0)
    .map((bin) => {
      const [x, y] = place(bin.confidence, bin.accuracy).split(',');
      return `<circle cx="${x ?? 0}" cy="${y ?? 0}" r="${(3 + 14 * Math.sqrt(bin.count / total)).toFixed(1)}" fill="#1677ff" fill-opacity="0.6"/>`;
    })
    .join('');
  return frame('Calibration', ['confidence', 'share that is right'], `<polyline points="${place(0, 0)} ${place(1, 1)}" fill="none" stroke="#999" stroke-dasharray="4"/>${dots}`);
}

export interface CurvePoint {
  readonly kept: number;
  readonly refused: number;
}

export function scopeChart(points: readonly CurvePoint[], shipped: CurvePoint): string {
  const line = points.map(({ kept, refused }) => place(kept, refused)).join(' ');
  const [x, y] = place(shipped.kept, shipped.refused).split(',');
  return frame('Out of scope', ['in-scope messages accepted', 'out-of-scope messages refused'], `<polyline points="${line}" fill="none" stroke="#1677ff" stroke-width="2"/><circle cx="${x ?? 0}" cy="${y ?? 0}" r="5" fill="#fa541c"/>`);
}
