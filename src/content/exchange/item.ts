/** What a file brings, row by row, before it is held against the draft: plain data, since it is read in a thread of its own. */
import type { Locale } from '../../domain/locale.js';
import type { ContentProblem } from '../problem.js';
import type { Encoding } from './text-encoding.js';

export const COLUMNS = ['id', 'locale', 'question', 'answer', 'intents', 'similar', 'validFrom', 'validTo', 'keywords', 'plans', 'regions', 'successor'] as const;
export type Column = (typeof COLUMNS)[number];

/** A row of a table with an answer is an article; fields whose column the file does not have are left as they are. */
export interface ArticleItem {
  readonly kind: 'article';
  readonly id: string | null;
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
  readonly intents: readonly string[];
  readonly asked?: readonly string[];
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly keywords?: readonly string[];
  readonly plans?: readonly string[];
  readonly regions?: readonly string[];
  readonly successor?: string | null;
}

/** A row without an answer, or an intent of Rasa: phrases of an intent. */
export interface ExamplesItem {
  readonly kind: 'examples';
  /** Id or name. */
  readonly intent: string;
  readonly locale: Locale;
  readonly phrases: readonly string[];
}

/** A file of ours as it is. */
export interface TextItem {
  readonly kind: 'text';
  readonly path: string;
  readonly text: string;
}

export interface Item {
  /** As the editor's program counts it, from 1. */
  readonly row: number;
  readonly what: ArticleItem | ExamplesItem | TextItem | null;
  /** How an editor knows the row again when nothing could be made of it. */
  readonly label?: string;
  /** Of the table it comes from. */
  readonly heads?: Heads;
  /** What is wrong with the row itself. */
  readonly problems: readonly ContentProblem[];
}

export type FileFormat = 'csv' | 'xlsx' | 'rasa' | 'yaml' | 'markdown';

export interface ReadFile {
  readonly name: string;
  readonly format: FileFormat | null;
  readonly encoding: Encoding | null;
  readonly items: readonly Item[];
  /** Of a table, the row taken for its head. */
  readonly head: number | null;
  /** Heads that mean nothing to us, and sheets beside the one that is read. */
  readonly ignored: readonly string[];
  /** What is wrong with the file as a whole: nothing of it can be taken. */
  readonly problems: readonly ContentProblem[];
}

/** What each column is called in the file, for telling where something is wrong. */
export type Heads = Readonly<Partial<Record<Column, string>>>;
