/** What a staff socket may ask for, as one visible table; every entry passes the one authorisation function. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId, staffId } from '../../domain/ids.js';
import { mayInConversation } from '../../identity/permissions.js';
import type { ConversationPermission } from '../../identity/permissions.js';
import { deskRequests } from '../../protocol/desk.js';
import { rule } from '../sockets/requests.js';
import type { RequestRule } from '../sockets/requests.js';
import { toDeskConversation, toDeskMessage, toSuggestions, whyOf, toWireBrief, toWireNote } from '../wire.js';
import { accountRules } from './account-rules.js';
import { colleaguesOf } from './colleagues.js';
import { boardRules } from './board-rules.js';
import { teamRules } from './team-rules.js';
import type { DeskCaller } from './desk-session.js';
import type { Clock } from '../../ports/clock.js';
import type { StaffDirectory } from '../../ports/staff-directory.js';

const HISTORY = 100;

export interface DeskRuleDeps {
  readonly conversations: Conversations;
  readonly staff: StaffDirectory;
  readonly clock: Clock;
}

type Rules = { [Name in keyof typeof deskRequests]: RequestRule<DeskCaller> };

export function deskRules(deps: DeskRuleDeps): ReadonlyMap<string, RequestRule<DeskCaller>> {
  const { conversations } = deps;
  const now = () => deps.clock.now();

  /** Whether one of her live conversations is with the verified subscriber of this one. */
  const serves = async ({ staff }: DeskCaller, { identity }: Conversation): Promise<boolean> =>
    identity !== null && (await conversations.liveOf(staff.id)).some((live) => live.identity?.msisdn === identity.msisdn);

  /** Finds the conversation and checks the permission; unknown and forbidden look alike to who may not see it. */
  const permitted = async (session: DeskCaller, asked: string | { conversationId: string; epoch?: number | undefined }, permission: ConversationPermission): Promise<Conversation | Refusal> => {
    const { conversationId: id, epoch } = typeof asked === 'string' ? { conversationId: asked, epoch: undefined } : asked;
    const conversation = await conversations.find(conversationId(id));
    if (!conversation) return refuse('not-found');
    const actor = { kind: 'staff', staff: session.staff } as const;
    if (!mayInConversation(actor, permission, conversation) && !mayInConversation(actor, permission, conversation, await serves(session, conversation))) return refuse('not-yours');
    return epoch === undefined || epoch === conversation.epoch ? conversation : refuse('gone', 'the conversation changed hands meanwhile');
  };

  const rules: Rules = {
    presence: rule(deskRequests.presence, 'desk.act', async ({ staff }, { status, capacity }) => {
      const row = await conversations.setPresence(staff.id, status, capacity);
      return { status: row.status, capacity: row.capacity };
    }),
    accept: rule(deskRequests.accept, 'desk.act', async ({ staff }, asked) => {
      const accepted = await conversations.accept(staff, conversationId(asked.conversationId));
      return isRefusal(accepted) ? accepted : { conversation: toDeskConversation(accepted) };
    }),
    decline: rule(deskRequests.decline, 'desk.act', async ({ staff }, asked) => {
      const declined = await conversations.decline(staff, conversationId(asked.conversationId), asked.reason);
      return isRefusal(declined) ? declined : {};
    }),
    open: rule(deskRequests.open, 'desk.act', async (session, asked) => {
      const conversation = await permitted(session, asked.conversationId, 'conversation.see');
      if (isRefusal(conversation)) return conversation;
      // What the same person said elsewhere is read, and not listened to.
      const isConcerned = mayInConversation({ kind: 'staff', staff: session.staff }, 'conversation.see', conversation);
      if (isConcerned && conversation.owner?.staffId !== session.staff.id) session.watching.add(conversation.id);
      if (conversation.owner?.staffId !== session.staff.id && mayInConversation({ kind: 'staff', staff: session.staff }, 'conversation.take-over', conversation)) await conversations.lookInto(session.staff, conversation);
      const [messages, notes, brief] = await Promise.all([
        conversations.messages(conversation.id, { limit: HISTORY }),
        conversations.notes(conversation.id),
        conversations.brief(conversation, session.locale),
      ]);
      return {
        conversation: toDeskConversation(conversation),
        messages: messages.map((message) => toDeskMessage(message, conversation)),
        notes: notes.map(toWireNote),
        brief: toWireBrief(brief),
        ...whyOf(conversation, session.locale),
      };
    }),
    send: rule(deskRequests.send, 'desk.send', async ({ staff }, sent) => {
      const place = { id: conversationId(sent.conversationId), clientId: sent.clientId, ...(sent.epoch === undefined ? {} : { epoch: sent.epoch }) };
      const message =
        'attachment' in sent ? await conversations.speakFile(staff, { ...place, attachmentId: sent.attachment.id }) : await conversations.speak(staff, { ...place, text: sent.text });
      return isRefusal(message) ? message : { id: message.id, seq: message.seq };
    }),
    note: rule(deskRequests.note, 'desk.act', async (session, written) => {
      const conversation = await permitted(session, written.conversationId, 'conversation.note');
      if (isRefusal(conversation)) return conversation;
      return { note: toWireNote(await conversations.addNote(session.staff, { conversation, kind: 'note', text: written.text, clientId: written.clientId })) };
    }),
    whisper: rule(deskRequests.whisper, 'desk.act', async (session, written) => {
      const conversation = await permitted(session, written.conversationId, 'conversation.whisper');
      if (isRefusal(conversation)) return conversation;
      if (conversation.state !== 'live') return refuse('wrong-state', 'nobody is there to whisper to');
      return { note: toWireNote(await conversations.addNote(session.staff, { conversation, kind: 'whisper', text: written.text, clientId: written.clientId })) };
    }),
    transfer: rule(deskRequests.transfer, 'desk.act', async (session, asked) => {
      const allowed = await permitted(session, asked, 'conversation.act');
      if (isRefusal(allowed)) return allowed;
      const to = 'staffId' in asked.to ? { staffId: staffId(asked.to.staffId) } : { skillGroup: asked.to.skill };
      const moved = await conversations.transfer(session.staff, { id: allowed.id, to, note: asked.note, isAskedOnly: asked.isAskedOnly === true });
      return isRefusal(moved) ? moved : {};
    }),
    return: rule(deskRequests.return, 'desk.act', async (session, asked) => {
      const allowed = await permitted(session, asked, 'conversation.act');
      if (isRefusal(allowed)) return allowed;
      const moved = await conversations.giveBack(session.staff, allowed.id);
      return isRefusal(moved) ? moved : {};
    }),
    close: rule(deskRequests.close, 'desk.act', async (session, asked) => {
      const allowed = await permitted(session, asked, 'conversation.act');
      if (isRefusal(allowed)) return allowed;
      const closed = await conversations.close(session.staff, { id: allowed.id, disposition: asked.disposition, summary: asked.summary ?? '', tags: asked.tags ?? [] });
      return isRefusal(closed) ? closed : {};
    }),
    suggest: rule(deskRequests.suggest, 'desk.act', async (session, asked) => {
      const conversation = await permitted(session, asked.conversationId, 'conversation.see');
      return isRefusal(conversation) ? conversation : toSuggestions(await conversations.help.suggest(conversation, session.staff.id));
    }),
    summary: rule(deskRequests.summary, 'desk.write', async (session, asked) => {
      const conversation = await permitted(session, asked.conversationId, 'conversation.see');
      if (isRefusal(conversation)) return conversation;
      const summary = await conversations.help.summary(conversation, session.locale);
      return { summary: summary && { text: summary.text, at: summary.at, ai: true } };
    }),
    rephrase: rule(deskRequests.rephrase, 'desk.write', async (session, asked) => {
      const conversation = await permitted(session, asked.conversationId, 'conversation.see');
      if (isRefusal(conversation)) return conversation;
      const text = await conversations.help.rephrase({ conversationId: conversation.id, text: asked.text }, asked.tone);
      return isRefusal(text) ? text : { text };
    }),
    translate: rule(deskRequests.translate, 'desk.write', async (session, asked) => {
      const conversation = await permitted(session, asked.conversationId, 'conversation.see');
      if (isRefusal(conversation)) return conversation;
      const text = await conversations.help.translate({ conversationId: conversation.id, text: asked.text }, asked.to);
      return isRefusal(text) ? text : { text };
    }),
    takeover: rule(deskRequests.takeover, 'desk.act', async (session, asked) => {
      const allowed = await permitted(session, asked.conversationId, 'conversation.take-over');
      if (isRefusal(allowed)) return allowed;
      const taken = await conversations.takeOver(session.staff, allowed.id);
      return isRefusal(taken) ? taken : { conversation: toDeskConversation(taken) };
    }),
    typing: rule(deskRequests.typing, 'desk.read', async (session, { conversationId: id, on }) => {
      const allowed = await permitted(session, id, 'conversation.speak');
      if (isRefusal(allowed)) return allowed;
      await conversations.typing(allowed.id, { from: 'agent', isOn: on });
      return {};
    }),
    read: rule(deskRequests.read, 'desk.read', async (session, { conversationId: id, seq }) => {
      const allowed = await permitted(session, id, 'conversation.speak');
      if (isRefusal(allowed)) return allowed;
      await conversations.markRead(allowed.id, 'agent', seq);
      return {};
    }),
    history: rule(deskRequests.history, 'desk.read', async (session, range) => {
      const allowed = await permitted(session, range.conversationId, 'conversation.see');
      if (isRefusal(allowed)) return allowed;
      const messages = await conversations.messages(allowed.id, { ...(range.beforeSeq === undefined ? {} : { beforeSeq: range.beforeSeq }), limit: range.limit ?? HISTORY });
      return { messages: messages.map((message) => toDeskMessage(message, allowed)) };
    }),
    ...teamRules(conversations, permitted),
    ...accountRules(conversations, permitted, now),
    ...boardRules(deps),
    reveal: rule(deskRequests.reveal, 'desk.act', async (session, asked) => {
      const conversation = await permitted(session, asked.conversationId, 'conversation.reveal');
      return isRefusal(conversation) ? conversation : conversations.revealNumber(session.staff, { conversation, reason: asked.reason });
    }),
    colleagues: rule(deskRequests.colleagues, 'desk.read', async ({ staff }) => ({ colleagues: await colleaguesOf(deps, staff) })),
  };
  return new Map(Object.entries(rules));
}
