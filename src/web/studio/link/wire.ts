/** What the studio is answered, as far as it is shown. */
export type Lang = 'zh-CN' | 'en';
export const LANGS: readonly Lang[] = ['zh-CN', 'en'];
export type Json = Readonly<Record<string, unknown>>;

export interface Place {
  readonly version: number;
  readonly changedBy: { readonly staffId: string; readonly name: string } | null;
  readonly changedAt: number;
}

export interface IntentEntry extends Place {
  readonly id: string;
  readonly kind: string;
  readonly names: Readonly<Record<Lang, string>>;
  readonly skill?: string | null;
  readonly verify?: boolean;
  readonly skillGroup: string;
  readonly urgent?: boolean;
  readonly slots?: readonly Slot[];
  readonly examples: Readonly<Record<Lang, readonly string[]>>;
  readonly patterns?: readonly string[];
  readonly answers?: Readonly<Partial<Record<Lang, string | Answers>>>;
  readonly buttons?: readonly IntentButton[];
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly plans?: readonly string[];
  readonly regions?: readonly string[];
  readonly owner?: string;
  readonly notes?: string;
}

export interface Slot {
  readonly name: string;
  readonly entity: string;
  readonly required?: boolean;
  readonly ask?: Readonly<Record<Lang, string>> | null;
  readonly pattern?: string | null;
}

export const CHANNELS = ['any', 'web', 'wechat-page', 'wechat', 'wechat-kf', 'bot-framework', 'direct-line'] as const;
export type Answers = Readonly<Partial<Record<(typeof CHANNELS)[number], string>>>;
export type IntentButton = { readonly label?: Readonly<Record<Lang, string>> } & ({ readonly intent: string } | { readonly article: string } | { readonly person: true });

export interface ArticleEntry extends Place {
  readonly id: string;
  readonly locale: Lang;
  readonly title: string;
  readonly intents: readonly string[];
  readonly plans?: readonly string[];
  readonly regions?: readonly string[];
  readonly validFrom: string;
  readonly validTo?: string | null;
  readonly successor?: string | null;
  readonly keywords?: readonly string[];
  readonly asked?: readonly string[];
  readonly body: string;
}

export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
  readonly text: string;
}

export type ExportFormat = 'csv' | 'xlsx' | 'rasa' | 'yaml';

export interface SoldPlan {
  readonly id: string;
  readonly name: Readonly<Record<Lang, string>>;
  readonly isWithdrawn: boolean;
}

export interface ImportPreview {
  /** Of a table, the row taken for its head. */
  readonly head: number | null;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly rows: readonly { readonly row: number; readonly state: 'new' | 'changed' | 'same' | 'bad'; readonly label: string; readonly paths: readonly string[]; readonly begins: readonly string[]; readonly problems: readonly Problem[] }[];
  readonly ignored: readonly string[];
  /** To be sent back with the rows that are taken. */
  readonly seen: string;
}

export interface FailedQuestion {
  readonly text: string;
  readonly locale: Lang;
  readonly expected: string;
  readonly got: string;
  readonly confidence: number;
}

export interface Bench {
  readonly asked: number;
  readonly right: number;
  readonly failed: readonly FailedQuestion[];
  readonly byIntent: readonly { readonly intent: string; readonly asked: number; readonly right: number }[];
  readonly confusions: readonly { readonly expected: string; readonly got: string; readonly times: number }[];
  readonly calibration: readonly { readonly from: number; readonly asked: number; readonly confidence: number; readonly right: number }[];
}

export interface StoryResult {
  readonly name: string;
  readonly failedTurn: number | null;
  readonly says: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  readonly isRegression: boolean;
}

export interface Doubts {
  readonly duplicates: readonly { readonly text: string; readonly locale: Lang; readonly intents: readonly string[] }[];
  readonly conflicts: readonly { readonly text: string; readonly locale: Lang; readonly intent: string; readonly read: string; readonly confidence: number }[];
}

export interface Difference {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly confidence: number;
  readonly saidBefore: string;
  readonly saidAfter: string;
}

export interface Report extends Doubts {
  readonly problems: readonly Problem[];
  readonly doubts: Doubts;
  readonly unknownPlaces: readonly { readonly path: string; readonly places: readonly string[] }[];
  readonly coverage: readonly { readonly intent: string; readonly kind: string; readonly examples: Readonly<Record<Lang, number>> }[];
  readonly before: Bench | null;
  readonly bench: Bench | null;
  readonly regressions: readonly FailedQuestion[];
  readonly stories: readonly StoryResult[];
  readonly differences: readonly Difference[];
  readonly differing: number;
  readonly messages: number;
}

export interface Gate {
  readonly doubts: Doubts;
  readonly differences: readonly Difference[];
  readonly differing: number;
  readonly messages: number;
  readonly regressions: readonly FailedQuestion[];
  readonly stories: readonly StoryResult[];
}

export interface TextChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly hunks: readonly { readonly line: number; readonly lines: readonly { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }[] }[];
}

export interface Revision {
  readonly revision: number;
  readonly origin: 'files' | 'draft' | 'restore';
  readonly note: string;
  readonly at: number;
  readonly by: { readonly name: string } | null;
  readonly restoredFrom: number | null;
  readonly overrideReason: string | null;
  readonly approvedBy: { readonly name: string } | null;
}

export interface Published extends Revision {
  readonly doubts: Doubts;
}

export interface Planned {
  readonly id: string;
  readonly state: 'awaiting' | 'scheduled' | 'published' | 'failed' | 'cancelled';
  readonly note: string;
  readonly by: { readonly staffId: string; readonly name: string };
  readonly at: number | null;
  readonly approvedBy: { readonly name: string } | null;
  readonly revision: number | null;
  readonly failure: string | null;
  readonly endedAt: number | null;
}

export interface PlannedAnswer {
  readonly planned: readonly Planned[];
  readonly needsSecondPerson: boolean;
  readonly mayOverride: boolean;
}

export interface AtWork {
  readonly path: string;
  readonly who: { readonly staffId: string; readonly name: string };
}

export interface Status {
  readonly phase: 'idle' | 'training' | 'checking' | 'publishing';
  readonly since: number;
  readonly lastMillis: number | null;
  readonly revision: number;
  readonly progress: number | null;
  readonly draft: 'same' | 'waiting' | 'under-way' | 'checked' | 'worse' | 'unsound';
}

export interface Played {
  readonly text: string;
  readonly tokens: { readonly canonical: string; readonly words: readonly string[] };
  readonly reading: {
    readonly ranking: readonly { readonly intent: string; readonly confidence: number }[];
    readonly isAccepted: boolean;
    readonly outOfScope: number;
    readonly entities: readonly { readonly text: string; readonly kind: string; readonly value: string | number }[];
    readonly mood: { readonly score: number; readonly label: 'calm' | 'unhappy' | 'angry'; readonly cues: readonly string[] };
    readonly asksForPerson: boolean;
  };
  readonly reply: {
    readonly messages: readonly { readonly text: string; readonly citations?: readonly { readonly title: string; readonly href: string }[]; readonly buttons?: readonly { readonly id: string; readonly label: string }[] }[];
    readonly handoff: { readonly skillGroup: string } | null;
    readonly verification: object | null;
  };
  readonly rule: string | null;
  readonly intent: string | null;
  readonly lookedUp: LookedUp | null;
}

export interface LookedUp {
  readonly certainty: 'sure' | 'perhaps' | 'none';
  readonly chance: number;
  readonly articles: readonly { readonly id: string; readonly locale: string; readonly title: string; readonly score: number; readonly reasons: Readonly<Record<Reason, number>> }[];
  readonly quoted: readonly { readonly articleId: string; readonly locale: string; readonly heading: string; readonly text: string }[];
}

export type Reason = 'words' | 'named' | 'asked' | 'intent' | 'elsewhere' | 'limited';

export interface Tried {
  readonly problems: readonly Problem[];
  readonly played: readonly Played[];
}

/** As the chat would quote it. */
export interface QuotedPassage {
  readonly heading: string;
  readonly text: string;
  readonly pictures: readonly { readonly text: string; readonly words: string; readonly href: string }[];
}
