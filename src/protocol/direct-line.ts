/** What Direct Line 3.0 clients send. */
import { z } from 'zod';
import { outsideAttachment } from './bot-framework.js';

const userId = z.string().min(1).max(200).regex(/^[^\p{Cc}\p{Cs}]+$/u);

/** Of `tokens/generate` and of opening a conversation; `user.id` absent or null gets one made up. */
export const directLineOpening = z.looseObject({ user: z.looseObject({ id: userId.nullish() }).nullish(), locale: z.string().max(40).nullish() });

export const directLineActivity = z.looseObject({
  type: z.string().min(1).max(64),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(40).nullish(),
  attachments: z.array(outsideAttachment).max(10).nullish(),
  channelData: z.looseObject({ clientActivityID: z.string().max(120).nullish() }).nullish(),
});
export type DirectLineActivity = z.infer<typeof directLineActivity>;

/** Up to where a client has been told: the place in the record, the time of what happened last beside it, and the place in line. Empty for nothing yet. */
export const watermark = z
  .union([z.literal('').transform(() => null), z.string().regex(/^\d{1,9}(\.\d{1,15}(\.[\d-]{1,24})?)?$/)])
  .optional()
  .transform((value) => {
    if (value === null || value === undefined) return null;
    const [seq, beside, place] = value.split('.');
    return { seq: Number(seq), beside: Number(beside ?? 0), ...(place === undefined ? {} : { place }) };
  });
export type Watermark = NonNullable<z.infer<typeof watermark>>;
