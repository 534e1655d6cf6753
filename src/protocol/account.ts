/** The account beside the chat, and what an agent may put before the subscriber from there. */
import { z } from 'zod';
import { clientMadeId, entryId } from './texts.js';

export const accountRequest = z.strictObject({ conversationId: entryId });

export const proposalKind = z.enum(['plan', 'pack', 'extra-off', 'suspend-lost', 'resume-line', 'signal-report', 'data-report', 'broadband-report']);
export type WireProposalKind = z.infer<typeof proposalKind>;

/** `target`: the plan, pack or extra meant, by its id in the answer to `account`. The same `clientId` again puts nothing twice. */
export const proposeRequest = z.strictObject({ conversationId: entryId, clientId: clientMadeId, kind: proposalKind, target: entryId.optional(), epoch: z.int().min(0).optional() });
export const withdrawRequest = z.strictObject({ conversationId: entryId, epoch: z.int().min(0).optional() });

/** Without `about` only who they are; else what needs a code of this very moment, answered as soon as it is entered. */
export const signInRequest = z.strictObject({ conversationId: entryId, clientId: clientMadeId, about: z.enum(['puk', 'call-details']).optional(), epoch: z.int().min(0).optional() });

/** Answer to `signin`: shown to the subscriber, or the reason why it cannot be. */
export const signInAsked = z.union([z.object({ shown: z.literal(true), seq: z.int() }), z.object({ shown: z.literal(false), reason: z.string() })]);
export type WireSignInAsked = z.infer<typeof signInAsked>;
export type WireBehindACode = NonNullable<z.infer<typeof signInRequest>['about']>;

/** Answer to `propose`: shown to the subscriber, or the reason why it cannot be. */
export const proposed = z.union([z.object({ shown: z.literal(true), seq: z.int(), expiresAt: z.number() }), z.object({ shown: z.literal(false), reason: z.string() })]);
export type Proposed = z.infer<typeof proposed>;

const fen = z.int().describe('fen');

export const wireAccount = z.object({
  asOf: z.number(),
  bills: z.array(z.object({ month: z.string(), totalFen: fen, paidFen: fen, dueOn: z.string(), items: z.array(z.object({ name: z.string(), amountFen: fen })).readonly() })).readonly(),
  payments: z.array(z.object({ id: z.string(), at: z.number(), amountFen: fen, way: z.string(), state: z.enum(['arrived', 'pending', 'failed']) })).readonly(),
  extras: z.array(z.object({ id: z.string(), name: z.string(), priceFen: fen, since: z.string(), freeUntil: z.string().nullable(), endsOn: z.string().nullable() })).readonly(),
  tickets: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        state: z.enum(['open', 'in-progress', 'solved', 'closed']),
        createdAt: z.number(),
        dueAt: z.number(),
        steps: z.array(z.object({ at: z.number(), text: z.string() })).readonly(),
      }),
    )
    .readonly(),
  plan: z.object({ id: z.string(), name: z.string(), monthlyFen: fen, next: z.object({ name: z.string(), from: z.string() }).nullable() }).nullable(),
  plans: z.array(z.object({ id: z.string(), name: z.string(), monthlyFen: fen, dataMb: z.number(), voiceMinutes: z.number() })).readonly().describe('open to this subscriber'),
  packs: z.array(z.object({ id: z.string(), name: z.string(), priceFen: fen, dataMb: z.number() })).readonly(),
  isLineLost: z.boolean(),
  hasBroadband: z.boolean(),
  missing: z.array(z.enum(['bills', 'payments', 'extras', 'tickets', 'plan', 'offers'])).readonly().describe('what did not answer'),
});
export type WireAccount = z.infer<typeof wireAccount>;
