/** What a supervisor's board shows of the floor, as it stands at one moment. */
import { z } from 'zod';
import { entryId } from './texts.js';

const mood = z.enum(['calm', 'unhappy', 'angry']);
const count = z.int().min(0);

export const boardRequest = z.strictObject({ on: z.boolean() });
export const reassignRequest = z.strictObject({ staffId: entryId });

const waitingGroup = z.object({ group: z.string(), count, longestSince: z.number() });

/** Somebody who waits on because agents declined or did not answer; `reason` is the agent's own, null where none was given. */
const passedChat = z.object({
  conversationId: z.string(),
  headline: z.string(),
  group: z.string(),
  since: z.number(),
  passes: z.array(z.object({ name: z.string(), how: z.enum(['declined', 'lapsed']), reason: z.string().nullable() })).readonly(),
});
export type WirePassedChat = z.infer<typeof passedChat>;

export const boardAgent = z.object({
  staffId: z.string(),
  name: z.string(),
  status: z.enum(['online', 'busy', 'away', 'offline']),
  chats: count,
  load: z.number().describe('by weight'),
  capacity: count,
  lastReplyAt: z.number().nullable(),
  wrapUpUntil: z.number().nullable(),
});
export type WireBoardAgent = z.infer<typeof boardAgent>;

export const boardChat = z.object({
  conversationId: z.string(),
  subscriber: z.string().nullable().describe('number, masked in the middle'),
  headline: z.string(),
  skill: z.string().nullable(),
  mood,
  since: z.number().describe('when its agent took it'),
  unansweredSince: z.number().nullable(),
  ownerId: z.string(),
  ownerName: z.string(),
});
export type WireBoardChat = z.infer<typeof boardChat>;

export const boardAlert = z.object({
  kind: z.enum(['line-full', 'line-slow', 'nobody-there', 'anger', 'silent-agent', 'promise-due']),
  conversationId: z.string().nullable(),
  staffId: z.string().nullable().describe('the agent it is about'),
  who: z.string().nullable().describe('her name'),
  at: z.number().describe('since when; of a promise, when it is due'),
  count: count.describe('how many wait; 0 where it says nothing'),
});
export type WireBoardAlert = z.infer<typeof boardAlert>;

/** Event `board`, and the answer to asking for it. */
export const wireBoard = z.object({
  at: z.number(),
  waiting: z.object({ count, longestSince: z.number().nullable(), groups: z.array(waitingGroup).readonly(), passed: z.array(passedChat).readonly() }),
  agents: z.array(boardAgent).readonly(),
  live: z.array(boardChat).readonly(),
  alerts: z.array(boardAlert).readonly(),
  hitRate: z.number().nullable().describe('share of waits that ended within the range shown first'),
});
export type WireBoard = z.infer<typeof wireBoard>;
