/** What supervisors may set about the waiting line, with what it is until they do. */

/** Who ranks higher starts as if they had come this many minutes earlier; with ageing off, higher simply goes first. */
export interface HeadStartMinutes {
  readonly vip: number;
  readonly unhappy: number;
  readonly elder: number;
  readonly urgent: number;
}

/** How much of an agent's capacity one conversation takes, by its rank. */
export interface ConversationWeights extends HeadStartMinutes {
  readonly normal: number;
}

export interface LineSettings {
  readonly isLanguageMatched: boolean;
  /** How long somebody waits for an agent of their language before anyone may take them. */
  readonly languagePatienceSeconds: number;
  readonly isCaseOwnerFirst: boolean;
  readonly isPreviousAgentFirst: boolean;
  readonly isAgeing: boolean;
  readonly headStartMinutes: HeadStartMinutes;
  readonly weights: ConversationWeights;
  readonly offerSeconds: number;
  /** This many offers unanswered in a row set an agent away. */
  readonly lapsesUntilAway: number;
  readonly isAutoAccept: boolean;
  /** 0: agents may take their time. */
  readonly firstReplySeconds: number;
  /** So long without an answer calls a supervisor; 0: never. */
  readonly silentAgentSeconds: number;
  /** 0: the next conversation may come at once. */
  readonly wrapUpSeconds: number;
  /** How many may wait at the same time; 0: as many as come. */
  readonly lineCap: number;
  /** After this the subscriber is asked how to go on; 0: never. */
  readonly longestWaitMinutes: number;
}

export const DEFAULT_LINE_SETTINGS: LineSettings = {
  isLanguageMatched: true,
  languagePatienceSeconds: 60,
  isCaseOwnerFirst: true,
  isPreviousAgentFirst: true,
  isAgeing: true,
  headStartMinutes: { vip: 5, unhappy: 15, elder: 30, urgent: 240 },
  weights: { normal: 1, vip: 1, unhappy: 1, elder: 1, urgent: 1 },
  offerSeconds: 20,
  lapsesUntilAway: 3,
  isAutoAccept: false,
  firstReplySeconds: 60,
  silentAgentSeconds: 120,
  wrapUpSeconds: 0,
  lineCap: 0,
  longestWaitMinutes: 60,
};
