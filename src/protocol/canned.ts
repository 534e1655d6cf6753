/** Replies kept ready, over HTTP. */
import { z } from 'zod';
import { caseKind } from './cases.js';
import { freeText, MAX_TEXT, optionalText } from './texts.js';

const MAX_NAME = 60;
const MAX_TAGS = 10;

export const cannedTag = freeText(30);
export const cannedMacro = z.strictObject({ tags: z.array(cannedTag).max(MAX_TAGS).readonly(), disposition: freeText(64).nullable(), caseKind: caseKind.optional().describe('a case of this kind is opened') });

/** Body of `POST` and `PUT`: one of the two languages may be empty. */
export const cannedReplyChange = z
  .strictObject({
    shared: z.boolean(),
    folder: freeText(MAX_NAME),
    title: freeText(MAX_NAME),
    text: z.strictObject({ 'zh-CN': optionalText(MAX_TEXT), en: optionalText(MAX_TEXT) }),
    macro: cannedMacro.nullable(),
  })
  .refine(({ text }) => text['zh-CN'].trim() !== '' || text.en.trim() !== '', 'bad-text');
export type CannedReplyChange = z.infer<typeof cannedReplyChange>;

export const wireCannedReply = z.object({
  id: z.string(),
  shared: z.boolean(),
  folder: z.string(),
  title: z.string(),
  text: z.object({ 'zh-CN': z.string(), en: z.string() }),
  macro: cannedMacro.nullable(),
  /** Title and folder in pinyin, whole and by initials, to search by. */
  search: z.string(),
});
export type WireCannedReply = z.infer<typeof wireCannedReply>;
export const cannedReplyList = z.object({ replies: z.array(wireCannedReply).readonly() });
