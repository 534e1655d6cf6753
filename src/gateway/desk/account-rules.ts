/** What a staff socket may ask for about the subscriber's account: to see it, to ask for the sign-in it takes, and to put a change before the subscriber. */
import type { AccountOverview } from '../../conversation/account-overview.js';
import type { Conversations } from '../../conversation/conversations.js';
import { isRefusal } from '../../domain/errors.js';
import type { Locale } from '../../domain/locale.js';
import type { WireAccount } from '../../protocol/account.js';
import { deskRequests } from '../../protocol/desk.js';
import { rule } from '../sockets/requests.js';
import type { DeskCaller } from './desk-session.js';
import type { Permitted } from './team-rules.js';

export function accountRules({ proposals }: Conversations, permitted: Permitted, now: () => number) {
  return {
    account: rule(deskRequests.account, 'desk.act', async (session: DeskCaller, asked) => {
      const conversation = await permitted(session, asked.conversationId, 'conversation.reveal');
      if (isRefusal(conversation)) return conversation;
      const account = await proposals.account(session.staff, conversation);
      return isRefusal(account) ? account : { account: toWireAccount(account, session.locale, now()) };
    }),
    signin: rule(deskRequests.signin, 'desk.act', async (session: DeskCaller, { conversationId, clientId, about, epoch }) => {
      const conversation = await permitted(session, conversationId, 'conversation.act');
      if (isRefusal(conversation)) return conversation;
      const asked = await proposals.askToSignIn(session.staff, { id: conversation.id, clientId, about: about ?? null, ...(epoch === undefined ? {} : { epoch }) });
      if (isRefusal(asked)) return asked;
      return 'reason' in asked ? { shown: false, reason: asked.reason } : { shown: true, seq: asked.message.seq };
    }),
    propose: rule(deskRequests.propose, 'desk.act', async (session: DeskCaller, { conversationId, clientId, kind, target, epoch }) => {
      const conversation = await permitted(session, conversationId, 'conversation.act');
      if (isRefusal(conversation)) return conversation;
      const put = await proposals.propose(session.staff, { id: conversation.id, clientId, kind, target: target ?? null, ...(epoch === undefined ? {} : { epoch }) });
      if (isRefusal(put)) return put;
      return 'reason' in put ? { shown: false, reason: put.reason } : { shown: true, seq: put.message.seq, expiresAt: put.expiresAt };
    }),
    'propose:withdraw': rule(deskRequests['propose:withdraw'], 'desk.act', async (session: DeskCaller, asked) => {
      const conversation = await permitted(session, asked, 'conversation.act');
      if (isRefusal(conversation)) return conversation;
      return (await proposals.withdraw(session.staff, conversation.id)) ?? {};
    }),
  };
}

function toWireAccount(account: AccountOverview, locale: Locale, asOf: number): WireAccount {
  const { holding, profile } = account;
  return {
    asOf,
    bills: account.bills.map(({ month, totalFen, paidFen, dueOn, items }) => ({ month, totalFen, paidFen, dueOn, items: items.map(({ name, amountFen }) => ({ name: name[locale], amountFen })) })),
    payments: account.payments.map(({ id, at, amountFen, way, state }) => ({ id, at, amountFen, way, state })),
    extras: account.extras.map(({ productId, name, priceFen, since, isFreeUntil, endsOn }) => ({ id: productId, name: name[locale], priceFen, since, freeUntil: isFreeUntil, endsOn })),
    tickets: account.tickets.map(({ steps, title, ...ticket }) => ({ ...ticket, title: title[locale], steps: steps.map(({ at, text }) => ({ at, text: text[locale] })) })),
    plan: holding && { id: holding.plan.id, name: holding.plan.name[locale], monthlyFen: holding.plan.monthlyFen, next: holding.next && { name: holding.next.plan.name[locale], from: holding.next.from } },
    plans: account.plans.map(({ id, name, monthlyFen, dataMb, voiceMinutes }) => ({ id, name: name[locale], monthlyFen, dataMb, voiceMinutes })),
    packs: account.packs.map(({ id, name, priceFen, dataMb }) => ({ id, name: name[locale], priceFen, dataMb })),
    isLineLost: profile?.status === 'lost-suspended',
    hasBroadband: profile?.hasBroadband ?? false,
    missing: account.missing,
  };
}
