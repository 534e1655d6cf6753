/** Cuts a message into pieces that may each hold a need of its own. */

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** A word like 「顺便」 or "also" announces it as something further. */
  readonly isAnnounced: boolean;
  /** What follows is announced as something further, so this stands by itself too. */
  readonly isFollowed: boolean;
}

const MARKS = /[,.!?;\n]+|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])|(?:^|(?<=[^a-z]))(?:顺便|另外|此外|还有就是|(?<=(?:多少|几|还有)[^,.!?;]{1,8})还有|还有(?!几|多少|没|钱|剩|多久|多长)|然后再|然后|以及|对了|再就是|再一个|再帮我|再给我|再查|(?<=[,.!?; ])再(?=买|办|看|退|换|开|订|充|问|要|取消|把)|同时|仲有|顺带|[二三]是|第二|第[一三四](?![个张条次项月季天年名款种页方块批档期大代手位]))|\b(?:and also|and then|also|plus|then|another thing|one more thing|secondly|as well as|while you're at it|by the way|and)\b|[和跟与]/gu;
const ANNOUNCES = /[a-z\u4e00-\u9fff]/u;
/** These never join the parts of one thing, as 「和」 and "and" do. */
const FURTHER = /^(?:顺便|另外|此外|还有就是|还有|对了|再就是|再一个|再帮我|再给我|再查|再|同时|仲有|顺带|第[一二三四]|and also|also|plus|another thing|one more thing|secondly|while you're at it|by the way)$/u;
/** Begins a clause of its own: "… and when does it end". */
const CLAUSE = /^ ?(?!(?:is|was|are|does|did) (?:it|that|this|they)\b)(?:when|what|how|why|where|who|which|can|could|do|does|did|is|are|will|would|please|tell|show|check|buy|order|cancel|unsubscribe|change me|switch me|top up|i (?:want|need|would))\b/u;
const ASKS_ZH = /什么|多少|怎么|啥|哪|几[个号天点时]|多久|[吗么呢]$/u;
const MOST = 6;

export function segmentsOf(folded: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let isAnnounced = false;
  MARKS.lastIndex = 0;
  const close = (end: number): boolean => {
    const segment = trimmed(folded, { start, end, isAnnounced, isFollowed: false });
    if (segment !== null) segments.push(segment);
    return segment !== null;
  };
  for (let match = MARKS.exec(folded); match !== null; match = MARKS.exec(folded)) {
    // 「第二，查话费」: the mark behind the word announces no less.
    const wasAnnounced: boolean = !close(match.index) && isAnnounced;
    const mark = match[0];
    // 「再查」 belongs to what follows it; plain marks announce nothing.
    start = mark.startsWith('再') ? match.index : match.index + mark.length;
    const before = segments.at(-1);
    const isNext = before !== undefined && isNextQuestion(mark, folded.slice(before.start, before.end), folded.slice(start));
    isAnnounced = wasAnnounced || (ANNOUNCES.test(mark) && mark !== 'then') || isNext;
    if (before !== undefined && (FURTHER.test(mark) || isNext)) segments[segments.length - 1] = { ...before, isFollowed: true };
    if (segments.length >= MOST) return segments;
  }
  close(folded.length);
  return segments;
}

/** Two questions side by side are two, whatever joins them: "what plan am I on, when does it end", 「我是什么套餐，合约什么时候到期」. */
function isNextQuestion(mark: string, before: string, after: string): boolean {
  if (mark === 'and' || mark === 'then' || mark.includes('?')) return CLAUSE.test(after) || asksIn(after);
  return /[,;.!]/u.test(mark) && (CLAUSE.test(before) || asksIn(before)) && (CLAUSE.test(after) || asksIn(after));
}

const asksIn = (piece: string): boolean => ASKS_ZH.test(/^[^,.!?;\n]*/u.exec(piece)?.[0] ?? '');

function trimmed(folded: string, segment: Segment): Segment | null {
  let from = segment.start;
  let to = segment.end;
  while (from < to && folded.charCodeAt(from) === 32) from += 1;
  while (to > from && folded.charCodeAt(to - 1) === 32) to -= 1;
  return to - from >= 2 ? { ...segment, start: from, end: to } : null;
}
