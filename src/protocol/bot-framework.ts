/** What of a Bot Framework Activity is looked at, and how much of it is taken; everything else in it is ignored. */
import { z } from 'zod';
import { entryId, optionalText } from './texts.js';

/** Printable in any script, no control characters: ids of channels are kept as they are. */
const outsideId = (max: number) => z.string().min(1).max(max).regex(/^[^\p{Cc}\p{Cs}]+$/u);
const name = z.string().max(1000).nullish();

export const account = z.looseObject({ id: outsideId(400), name, role: z.string().max(40).nullish() });

export const outsideAttachment = z.looseObject({
  contentType: z.string().max(200).nullish(),
  contentUrl: z.string().max(200_000).nullish(),
  name,
  content: z.unknown().optional(),
});

export const incomingActivity = z.looseObject({
  type: z.string().min(1).max(64),
  id: z.string().max(1000).nullish(),
  channelId: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1000),
  conversation: z.looseObject({ id: outsideId(400), isGroup: z.boolean().nullish(), tenantId: z.string().max(100).nullish(), conversationType: z.string().max(60).nullish() }),
  from: account,
  recipient: account.nullish(),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(40).nullish(),
  attachments: z.array(outsideAttachment).max(10).nullish(),
  membersAdded: z.array(account).max(200).nullish(),
  relatesTo: z.looseObject({ user: account.nullish(), conversation: z.looseObject({ id: outsideId(400) }).nullish() }).nullish(),
});
export type IncomingActivity = z.infer<typeof incomingActivity>;

/** What our own buttons and cards bring back in `value`; a form's field lies beside it. */
export const tappedValue = z.looseObject({ jiebang: z.looseObject({ id: entryId, value: optionalText(200).optional() }), value: z.string().max(200).optional() });

export const handoffStatusValue = z.looseObject({ state: z.enum(['accepted', 'failed', 'completed']), message: z.string().max(500).nullish(), handoffId: z.string().max(200).nullish() });
