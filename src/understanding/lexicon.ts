/** What editors teach about wordings: dialect words, typos, pinyin and fillers; parsed from plain objects as YAML yields them. */

/** `to` replaces `from`; an empty `to` drops it. `source` names the dialect or list it came from. */
export interface Rewording {
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

export interface Lexicon {
  readonly dialects: readonly Rewording[];
  readonly typos: readonly Rewording[];
  readonly pinyin: readonly Rewording[];
  readonly fillers: readonly string[];
}

export const EMPTY_LEXICON: Lexicon = { dialects: [], typos: [], pinyin: [], fillers: [] };

export type LexiconFile = 'dialects' | 'typos' | 'pinyin' | 'fillers';

export interface ParsedLexicon {
  readonly lexicon: Lexicon;
  /** Editors read these; what is wrong is left out and the rest used. */
  readonly problems: readonly string[];
}

/** Each file is a map (`word: standard`), a list of `{ from, to }`, or such maps under headings (a dialect's name); lists of words for fillers. */
export function parseLexicon(files: Readonly<Partial<Record<LexiconFile, unknown>>>): ParsedLexicon {
  const problems: string[] = [];
  const reword = (file: LexiconFile): Rewording[] => rewordingsOf(files[file], file, problems);
  const fillers: string[] = [];
  collectWords(files.fillers, fillers);
  return {
    lexicon: { dialects: reword('dialects'), typos: reword('typos'), pinyin: reword('pinyin'), fillers: [...new Set(fillers)] },
    problems,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim();
  // YAML reads a bare number or yes/no as such; an editor meant the word.
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function rewordingsOf(value: unknown, file: LexiconFile, problems: string[]): Rewording[] {
  const found: Rewording[] = [];
  collectRewordings(value, file, found, problems);
  return found;
}

function collectRewordings(value: unknown, source: string, found: Rewording[], problems: string[]): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collectItem(item, source, found, problems);
    return;
  }
  if (!isRecord(value)) {
    problems.push(`${source}: a map or a list was expected`);
    return;
  }
  if ('from' in value) {
    collectItem(value, source, found, problems);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const to = inner === null ? '' : textOf(inner);
    if (to !== null) addRewording({ from: key, to, source }, found, problems);
    else if (Array.isArray(inner) && inner.every((word) => textOf(word) !== null)) {
      for (const word of inner) addRewording({ from: textOf(word) ?? '', to: key, source }, found, problems);
    } else collectRewordings(inner, key, found, problems);
  }
}

function collectItem(item: unknown, source: string, found: Rewording[], problems: string[]): void {
  if (Array.isArray(item) && item.length === 2) {
    addRewording({ from: textOf(item[0]) ?? '', to: textOf(item[1]) ?? '', source }, found, problems);
    return;
  }
  if (!isRecord(item)) {
    problems.push(`${source}: each entry needs "from" and "to"`);
    return;
  }
  if (!('from' in item)) {
    collectRewordings(item, source, found, problems);
    return;
  }
  const to = textOf(item['to'] ?? '') ?? '';
  const froms = Array.isArray(item['from']) ? item['from'] : [item['from']];
  const named = textOf(item['dialect']) ?? source;
  for (const from of froms) addRewording({ from: textOf(from) ?? '', to, source: named }, found, problems);
}

function addRewording(rewording: Rewording, found: Rewording[], problems: string[]): void {
  const from = rewording.from.trim();
  if (from === '') problems.push(`${rewording.source}: an entry without a word to replace`);
  else if (from !== rewording.to) found.push({ ...rewording, from });
}

function collectWords(value: unknown, into: string[]): void {
  if (Array.isArray(value)) for (const item of value) collectWords(item, into);
  else if (isRecord(value)) for (const inner of Object.values(value)) collectWords(inner, into);
  else {
    const word = textOf(value ?? '');
    if (word !== null && word !== '') into.push(word);
  }
}
