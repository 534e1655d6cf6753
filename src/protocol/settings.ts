/** What each section of the stored settings may hold, and the calls that read and change them. */
import { z } from 'zod';

const seconds = (min: number, max: number) => z.int().min(min).max(max);
const minutes = (max: number) => z.int().min(0).max(max);
const weight = z.number().min(0.25).max(10);

export const lineSettings = z.strictObject({
  isLanguageMatched: z.boolean(),
  languagePatienceSeconds: seconds(0, 3600),
  isCaseOwnerFirst: z.boolean(),
  isPreviousAgentFirst: z.boolean(),
  isAgeing: z.boolean(),
  headStartMinutes: z.strictObject({ vip: minutes(1440), unhappy: minutes(1440), elder: minutes(1440), urgent: minutes(1440) }),
  weights: z.strictObject({ normal: weight, vip: weight, unhappy: weight, elder: weight, urgent: weight }),
  offerSeconds: seconds(5, 300),
  lapsesUntilAway: z.int().min(1).max(20),
  isAutoAccept: z.boolean(),
  firstReplySeconds: seconds(0, 3600),
  silentAgentSeconds: seconds(0, 3600),
  wrapUpSeconds: seconds(0, 3600),
  lineCap: z.int().min(0).max(100_000),
  longestWaitMinutes: minutes(1440),
});

const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const span = z.strictObject({ from: clockTime, to: clockTime }).refine(({ from, to }) => from < to, 'ends before it begins');
const week = z.array(z.array(span).max(6)).length(7);
const group = z.string().min(1).max(64);
const isTimezone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const hoursSettings = z.strictObject({
  timezone: z.string().min(1).max(64).refine(isTimezone, 'no such time zone'),
  week,
  groups: z.array(z.strictObject({ group, week })).max(100),
  holidays: z.array(z.strictObject({ day: z.iso.date(), name: z.string().max(64), groups: z.array(group).max(100), spans: z.array(span).max(6) })).max(500),
});

const hours = z.int().min(1).max(24 * 90);
const days = z.int().min(1).max(365);
const fen = z.int().min(0).max(100_000_000);

export const caseSettings = z.strictObject({
  complaintFirstAnswerHours: hours,
  complaintCloseDays: days,
  faultTownHours: hours,
  faultCountryHours: hours,
  refundFirstAnswerHours: hours,
  refundCloseDays: days,
  callBackHours: hours,
  messageHours: hours,
  privacyCloseDays: days,
  reopenedHours: hours,
  nearMinutes: z.int().min(1).max(1440),
  agentRefundFen: fen,
  supervisorRefundFen: fen,
});

const share = (min: number, max: number) => z.number().min(min).max(max);
const count = (min: number, max: number) => z.int().min(min).max(max);

export const dialogueSettings = z.strictObject({
  rules: z.strictObject({
    'form-answer': z.boolean(),
    language: z.boolean(),
    'answers-offer': z.boolean(),
    'clarify-answer': z.boolean(),
    unhappy: z.boolean(),
    correction: z.boolean(),
    'follow-up': z.boolean(),
    'bare-answer': z.boolean(),
    'bare-word': z.boolean(),
    'several-needs': z.boolean(),
    'clear-intent': z.boolean(),
    'model-choice': z.boolean(),
    'two-close-intents': z.boolean(),
    'out-of-scope': z.boolean(),
    knowledge: z.boolean(),
  }),
  values: z.strictObject({
    clearSureness: share(0, 0.9),
    farewellSureness: share(0, 1),
    closeShare: share(0.1, 1),
    closeBelow: share(0, 1),
    clarifyFrom: share(0.01, 0.9),
    choiceFrom: share(0.01, 0.5),
    mostChoices: count(2, 6),
    dangerConfidence: share(0.1, 0.9),
    danglingScope: share(0.5, 1),
    moodTrend: share(0.1, 1),
    repeats: count(1, 10),
    failedTurns: count(1, 5),
    failedTurnsElder: count(1, 5),
    followUpChars: count(0, 60),
    followUpWords: count(0, 30),
    mostNeeds: count(1, 5),
  }),
});

export const contentSettings = z.strictObject({ needsSecondPerson: z.boolean(), onlyAdminsOverride: z.boolean().default(false) });

/** One schema for each section; a value is checked whole. */
export const settingSchemas = { line: lineSettings, hours: hoursSettings, cases: caseSettings, dialogue: dialogueSettings, content: contentSettings } as const;

export const settingsChange = z.strictObject({ version: z.int().min(0), value: z.unknown() });

const localised = z.object({ 'zh-CN': z.string(), en: z.string() });
const change = { version: z.int(), value: z.unknown(), changedAt: z.number().nullable(), changedBy: z.string().nullable() };

/** Answer of `GET` and `PUT /api/settings/:section`. */
export const settingsSection = z.object({ section: z.string(), ...change });
export const settingsSectionWithHistory = settingsSection.extend({ history: z.array(z.object(change)) });

/** Answer of `GET /api/settings`: every section with its schema and its words. */
export const settingsCatalogue = z.object({
  sections: z.array(
    settingsSection.extend({
      title: localised,
      about: localised,
      fields: z.array(z.object({ path: z.string(), label: localised, effect: localised })),
      schema: z.unknown().describe('JSON Schema of the value'),
      defaults: z.unknown(),
    }),
  ),
});

/** What is wrong with a value that was refused, field by field. */
export const fieldProblem = z.object({ path: z.string(), code: z.string(), detail: z.string() });
