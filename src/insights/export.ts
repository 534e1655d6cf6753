/** A range of figures as a file: a line for each day, their sum, and the period before. */
import { insightsWords } from '../wording/insights/words.js';
import type { InsightsWording } from '../wording/insights/zh-cn.js';
import { csvOf } from './csv.js';
import type { Cell } from './csv.js';
import type { RangeOfFigures } from './figures-room.js';
import type { Summary } from './summary.js';

const MICROS = 1_000_000;
type Column = Exclude<keyof InsightsWording['columns'], 'day' | 'published' | 'total' | 'before'>;

const COLUMNS: Readonly<Record<Column, (one: Summary) => Cell>> = {
  conversations: ({ conversations }) => conversations,
  byAssistant: ({ outcomes }) => outcomes.assistant,
  unanswered: ({ outcomes }) => outcomes.unanswered,
  toPerson: ({ outcomes }) => outcomes.person,
  containment: ({ containment }) => rounded(containment),
  questions: ({ questions }) => questions,
  fallbackShare: ({ fallbackShare }) => rounded(fallbackShare),
  clarifiedShare: ({ clarifiedShare }) => rounded(clarifiedShare),
  unhelpful: ({ unhelpful }) => unhelpful,
  handoffs: ({ handoffs }) => handoffs.asked,
  accepted: ({ handoffs }) => handoffs.accepted,
  left: ({ handoffs }) => handoffs.left,
  timedOut: ({ handoffs }) => handoffs['timed-out'],
  failed: ({ handoffs }) => handoffs.failed,
  abandonment: ({ abandonment }) => rounded(abandonment),
  waitP50: ({ waits }) => waits.p50,
  waitP90: ({ waits }) => waits.p90,
  rangeHitRate: ({ rangeHitRate }) => rounded(rangeHitRate),
  firstReplyP50: ({ firstReplies }) => firstReplies.p50,
  handlingP50: ({ handling }) => handling.p50,
  assistantRating: ({ ratings }) => rounded(ratings.assistant.average),
  agentRating: ({ ratings }) => rounded(ratings.agent.average),
  angry: ({ moods }) => moods.angry,
  unhappy: ({ moods }) => moods.unhappy,
  tokens: ({ model }) => model.tokens,
  cost: ({ model }) => model.costMicros / MICROS,
};

export function figuresFile({ days, total, before, published }: RangeOfFigures, locale: 'zh-CN' | 'en'): string {
  const { columns } = insightsWords(locale);
  const names = Object.keys(COLUMNS) as readonly Column[];
  const line = (name: string, summary: Summary, notes: string): readonly Cell[] => [name, ...names.map((column) => COLUMNS[column](summary)), notes];
  const notesOf = (day: string): string => published.filter((one) => one.day === day).map(({ number, note }) => `${number} ${note}`.trim()).join('; ');
  return csvOf([
    [columns.day, ...names.map((name) => columns[name]), columns.published],
    ...days.map(({ day, summary }) => line(day, summary, notesOf(day))),
    line(columns.total, total, ''),
    ...(before ? [line(columns.before, before, '')] : []),
  ]);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
