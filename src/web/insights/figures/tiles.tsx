/** The leading figures, each with what it means in one sentence and what it was before. */
import type { WireSummary } from '../../../protocol/insights.js';
import { useFormats, useWords } from '../frame/insights-context.js';
import type { Formats } from '../frame/insights-context.js';

type Name = keyof ReturnType<typeof useWords>['figures']['tiles'];

interface Tile {
  readonly text: (one: WireSummary, formats: Formats) => string;
  /** What is compared, and whether more of it is better; null: neither. */
  readonly value: (one: WireSummary) => number | null;
  readonly isMoreBetter: boolean | null;
  /** Beside the figure, in small. */
  readonly small?: (one: WireSummary, words: ReturnType<typeof useWords>['figures'], formats: Formats) => string;
}

const timesTile = (of: (one: WireSummary) => WireSummary['waits']): Tile => ({
  text: (one, { seconds }) => seconds(of(one).p50),
  value: (one) => of(one).p50,
  isMoreBetter: false,
  small: (one, { charts }, { seconds }) => (of(one).p90 === null ? '' : `${charts.p90} ${seconds(of(one).p90)}`),
});
const shareTile = (value: Tile['value'], isMoreBetter: boolean): Tile => ({ value, isMoreBetter, text: (one, { share }) => share(value(one)) });
const ratingTile = (of: 'assistant' | 'agent'): Tile => ({
  text: ({ ratings }, { decimal }) => decimal(ratings[of].average),
  value: ({ ratings }) => ratings[of].average,
  isMoreBetter: true,
  small: ({ ratings }, words) => words.ratings(ratings[of].count),
});

const TILES: Readonly<Record<Name, Tile>> = {
  conversations: { text: ({ conversations }, { count }) => count(conversations), value: ({ conversations }) => conversations, isMoreBetter: null },
  containment: shareTile(({ containment }) => containment, true),
  fallbackShare: shareTile(({ fallbackShare }) => fallbackShare, false),
  handoffs: { text: ({ handoffs }, { count }) => count(handoffs.asked), value: ({ handoffs }) => handoffs.asked, isMoreBetter: null },
  abandonment: shareTile(({ abandonment }) => abandonment, false),
  waits: timesTile(({ waits }) => waits),
  rangeHitRate: shareTile(({ rangeHitRate }) => rangeHitRate, true),
  firstReplies: timesTile(({ firstReplies }) => firstReplies),
  handling: timesTile(({ handling }) => handling),
  answers: timesTile(({ answers }) => answers),
  assistantRating: ratingTile('assistant'),
  agentRating: ratingTile('agent'),
};

export function Tiles({ total, before }: { readonly total: WireSummary; readonly before: WireSummary | null }) {
  const { figures: words } = useWords();
  const formats = useFormats();
  return (
    <ul className="tiles">
      {(Object.keys(TILES) as Name[]).map((name) => {
        const [label = '', meaning = ''] = words.tiles[name];
        const tile = TILES[name];
        return (
          <li key={name} className="tile">
            <h2>{label}</h2>
            <p className="tile-value num">
              {tile.text(total, formats)}
              {tile.small ? <small>{tile.small(total, words, formats)}</small> : null}
            </p>
            {before ? <Before tile={tile} total={total} before={before} /> : null}
            <p className="hint">{meaning}</p>
          </li>
        );
      })}
    </ul>
  );
}

function Before({ tile, total, before }: { readonly tile: Tile; readonly total: WireSummary; readonly before: WireSummary }) {
  const { figures: words } = useWords();
  const formats = useFormats();
  const [now, then] = [tile.value(total), tile.value(before)];
  const change = now === null || then === null ? 0 : Math.sign(now - then);
  const tone = change === 0 || tile.isMoreBetter === null ? undefined : change > 0 === tile.isMoreBetter ? 'good' : 'bad';
  return (
    <p className="tile-before" data-tone={tone}>
      <span aria-hidden="true">{change > 0 ? '▲' : change < 0 ? '▼' : '＝'}</span> {words.before(tile.text(before, formats))}
    </p>
  );
}
