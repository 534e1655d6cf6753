/** What of deciding can be switched and tuned, each with the reason for its value; shown to whoever tunes it. */
export interface RuleSwitch {
  readonly isOn: boolean;
  readonly reason: string;
}

export interface Tuned {
  readonly value: number;
  readonly reason: string;
}

const on = (reason: string): RuleSwitch => ({ isOn: true, reason });
const tuned = (value: number, reason: string): Tuned => ({ value, reason });

/** In the order in which the rules are asked; the first that decides, decides. */
export const DEFAULT_RULES = {
  attachment: on('A picture cannot be read without a model; saying so beats guessing.'),
  'confirm-change': on('Only a tap or an explicit yes while the card is open may change an account.'),
  'pressed-button': on('A button says exactly what is wanted, so nothing has to be understood.'),
  'after-sign-in': on('The question that waited for the sign-in was already decided.'),
  'danger-to-life': on('Who speaks of ending their life gets a person at once.'),
  'form-answer': on('While one fact is being asked for, the next message is most likely that fact.'),
  language: on('Asking for the other language is a wish, not a question.'),
  fraud: on('Minutes count when money is being stolen.'),
  'asks-for-person': on('A wish for a person is honoured at once and never depends on a model.'),
  'answers-offer': on('A plain yes or no after a person was offered is about that offer.'),
  'clarify-answer': on('The message after a question back answers it.'),
  unhappy: on('Anger and repetition are a sign that the assistant is not the right one.'),
  correction: on('A correction changes what was just asked instead of starting over.'),
  'follow-up': on('Short messages mean the topic under way.'),
  'bare-word': on('One word, or words that name nothing, are a topic at best, unless people say just that for it.'),
  'several-needs': on('Every need of one message is answered, the urgent one first.'),
  'clear-intent': on('Above its threshold an intent is right nine times in ten.'),
  'two-close-intents': on('One question with both as buttons costs less than a wrong answer.'),
  'out-of-scope': on('What is none of our business is said plainly.'),
  knowledge: on('What no intent covers may still stand in an article.'),
  fallback: on('Not understood once is said so; after that a person is offered.'),
} as const satisfies Readonly<Record<string, RuleSwitch>>;

export type RuleName = keyof typeof DEFAULT_RULES;

export const DEFAULT_VALUES = {
  clearSureness: tuned(0.35, 'Confidence times being in scope: below this an accepted intent is asked about, not answered.'),
  farewellSureness: tuned(0.7, 'A farewell in the middle of a matter, with its survey, is worse than asking.'),
  closeShare: tuned(0.6, 'The second intent is close when it has this share of the first one\'s confidence.'),
  closeBelow: tuned(0.62, 'Above this confidence the second intent no longer matters.'),
  clarifyFrom: tuned(0.16, 'What is less likely than this is not asked about.'),
  choiceFrom: tuned(0.05, 'Beside the likeliest intent, others down to this are offered as choices.'),
  mostChoices: tuned(3, 'More buttons under one question are not read.'),
  dangerConfidence: tuned(0.5, 'Urgent intents are taken on half the evidence: a needless handoff costs less than a lost account.'),
  danglingScope: tuned(0.85, 'Above this a message is none of our business even if an article shares a word with it.'),
  moodTrend: tuned(0.45, 'Mean mood of three turns at which a person is offered though no single message was angry.'),
  repeats: tuned(2, 'The same question this often before is a question not answered.'),
  failedTurns: tuned(2, 'Turns without an answer before a person is offered.'),
  failedTurnsElder: tuned(1, 'Elder mode offers a person sooner.'),
  followUpChars: tuned(14, 'Longer Chinese messages stand for themselves.'),
  followUpWords: tuned(7, 'Longer English messages stand for themselves.'),
  mostNeeds: tuned(3, 'More answers in one reply are not read.'),
} as const satisfies Readonly<Record<string, Tuned>>;

export type ValueName = keyof typeof DEFAULT_VALUES;

export interface DecideSettings {
  readonly rules: Readonly<Record<RuleName, RuleSwitch>>;
  readonly values: Readonly<Record<ValueName, Tuned>>;
}

export const DEFAULT_SETTINGS: DecideSettings = { rules: DEFAULT_RULES, values: DEFAULT_VALUES };
