/** What supervisors may switch and tune of deciding; what each does and why it is as it is stands in `wording/settings`. */

/** In the order in which the rules are asked. Rules not here cannot be switched off: they keep people and accounts safe, or are the last resort. */
export const DEFAULT_RULE_SWITCHES = {
  'form-answer': true,
  language: true,
  'answers-offer': true,
  'bare-answer': true,
  'clarify-answer': true,
  unhappy: true,
  correction: true,
  'follow-up': true,
  'bare-word': true,
  'several-needs': true,
  'clear-intent': true,
  'model-choice': true,
  'two-close-intents': true,
  'out-of-scope': true,
  knowledge: true,
} as const satisfies Readonly<Record<string, boolean>>;

export type SwitchedRule = keyof typeof DEFAULT_RULE_SWITCHES;

export const DEFAULT_DIALOGUE_VALUES = {
  clearSureness: 0.35,
  farewellSureness: 0.7,
  closeShare: 0.6,
  closeBelow: 0.62,
  clarifyFrom: 0.16,
  choiceFrom: 0.05,
  mostChoices: 3,
  dangerConfidence: 0.5,
  danglingScope: 0.85,
  moodTrend: 0.45,
  repeats: 2,
  failedTurns: 2,
  failedTurnsElder: 1,
  followUpChars: 14,
  followUpWords: 7,
  mostNeeds: 3,
} as const satisfies Readonly<Record<string, number>>;

export type ValueName = keyof typeof DEFAULT_DIALOGUE_VALUES;

export interface DialogueSettings {
  readonly rules: Readonly<Record<SwitchedRule, boolean>>;
  readonly values: Readonly<Record<ValueName, number>>;
}

export const DEFAULT_DIALOGUE_SETTINGS: DialogueSettings = { rules: DEFAULT_RULE_SWITCHES, values: DEFAULT_DIALOGUE_VALUES };
