/** Outage notices over HTTP. */
import { z } from 'zod';
import { freeText } from './texts.js';

const MOST_AREAS = 50;
const MOST_WORDS = 200;

const words = {
  /** Cities or districts; empty: everywhere. */
  areas: z.array(freeText(40)).max(MOST_AREAS),
  services: z.array(z.enum(['mobile', 'broadband'])).min(1).max(2),
  since: z.number().int().min(0),
  expectedEnd: z.number().int().min(0).nullable(),
  texts: z.strictObject({ 'zh-CN': freeText(MOST_WORDS), en: freeText(MOST_WORDS) }),
};
const inOrder = ({ since, expectedEnd }: { since: number; expectedEnd: number | null }): boolean => expectedEnd === null || expectedEnd > since;

/** `clientId`: asked for once more under the same one, for the answer was lost, it is still one notice, in the words of then. */
export const noticeStart = z.strictObject({ ...words, clientId: z.uuid().optional() }).refine(inOrder, { path: ['expectedEnd'] });
export const noticeChange = z.strictObject({ ...words, version: z.int().min(1) }).refine(inOrder, { path: ['expectedEnd'] });
/** `tell`: everybody who was told of it is told that it is over. */
export const noticeEnd = z.strictObject({ tell: z.boolean() });

const author = z.object({ staffId: z.string(), name: z.string() });
const notice = z.object({
  ...words,
  id: z.string(),
  startedAt: z.number(),
  startedBy: author,
  end: z.object({ at: z.number(), by: author, tells: z.boolean() }).nullable(),
  version: z.int(),
});
const count = z.int().min(0);
const listed = notice.extend({ reach: z.object({ answered: count, waiting: count, told: count }) });
export type WireNotice = z.infer<typeof listed>;
export type WireNoticeWords = Omit<z.infer<typeof noticeStart>, 'clientId'>;
export const noticesAnswer = z.object({ notices: z.array(listed) });
export const noticeAnswer = z.object({ notice });
