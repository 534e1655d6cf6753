/** The account of whoever an agent talks with, as rows beside the chat; what a system does not answer is named, never guessed. */
import type { Bill, Payment, Plan, PlanHolding, Product, Profile, Subscription, Ticket } from '../domain/account.js';
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { Staff } from '../domain/staff.js';
import { plansOpenTo } from '../skills/plan-sums.js';
import type { ConversationRoom } from './room.js';

const MONTHS = 6;
const PAYMENTS = 12;

export type AccountPart = 'bills' | 'payments' | 'extras' | 'tickets' | 'plan' | 'offers';

export interface AccountOverview {
  readonly bills: readonly Bill[];
  readonly payments: readonly Payment[];
  readonly extras: readonly Subscription[];
  readonly tickets: readonly Ticket[];
  readonly holding: PlanHolding | null;
  readonly profile: Profile | null;
  /** Plans open to this subscriber with the one they have, and packs on sale. */
  readonly plans: readonly Plan[];
  readonly packs: readonly Product[];
  /** What did not answer. */
  readonly missing: readonly AccountPart[];
}

/** That somebody looked is kept, once a day for each conversation. */
export async function readAccount(room: ConversationRoom, staff: Staff, { id, identity }: Conversation): Promise<AccountOverview | Refusal> {
  if (!identity) return refuse('unverified', 'no number is known');
  const { business, catalogue, network, audit, clock } = room;
  const { msisdn } = identity;
  const now = clock.now();
  await audit.add({ id: `account-${id}-${staff.id}-${dayOf(now)}`, at: now, staff: { id: staff.id, name: staff.name }, act: 'account.opened', conversationId: id, target: null, reason: '', detail: '' });
  const missing: AccountPart[] = [];
  const orMissing = <Value>(part: AccountPart, value: Promise<Value>): Promise<Value | null> =>
    value.catch(() => {
      missing.push(part);
      return null;
    });
  const [bills, payments, extras, tickets, plan, offers] = await Promise.all([
    orMissing('bills', business.bills(msisdn, MONTHS)),
    orMissing('payments', business.payments(msisdn, PAYMENTS)),
    orMissing('extras', business.subscriptions(msisdn)),
    orMissing('tickets', network.tickets(msisdn)),
    orMissing('plan', Promise.all([business.planHolding(msisdn), business.profile(msisdn)])),
    orMissing('offers', Promise.all([catalogue.plans(), catalogue.products()])),
  ]);
  const [holding = null, profile = null] = plan ?? [];
  return {
    bills: bills ?? [],
    payments: payments?.list ?? [],
    extras: extras?.list ?? [],
    tickets: tickets ?? [],
    holding,
    profile,
    plans: holding && profile ? plansOpenTo(profile, holding.plan, offers?.[0] ?? []) : [],
    packs: (offers?.[1] ?? []).filter(({ kind }) => kind === 'pack'),
    missing,
  };
}
