/** Giving a wrong charge back twice over: found true on the account, approved by whom it takes, paid once. */
import type { Alert } from '../domain/alert.js';
import type { Case } from '../domain/case.js';
import { askingFirst } from '../domain/case-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { CaseId } from '../domain/ids.js';
import { yuan } from '../domain/money.js';
import { decidingRefund, isStuckRefund, proposingRefund, refundPaid, refundStuck } from '../domain/refund-steps.js';
import type { WrongCharge } from '../domain/refund-steps.js';
import type { Staff } from '../domain/staff.js';
import { inBoth } from './alert-words.js';
import { keepUpTo } from './promise-keeping.js';
import { alerted, alertOf, auditOf, changeCase, personOf } from './room.js';
import type { CaseRoom } from './room.js';
import { wrongChargesIn } from './wrong-charges.js';

const BILLS_LOOKED_AT = 6;
const MOST_CASES = 200;

export class Refunds {
  constructor(private readonly room: CaseRoom) {}

  /** What the account itself shows as charged twice, and was not given back before. */
  async wrongCharges(one: Case): Promise<readonly WrongCharge[]> {
    const { msisdn, locale } = one;
    if (msisdn === null) return [];
    const [bills, others] = await Promise.all([this.room.business.bills(msisdn, BILLS_LOOKED_AT), this.room.book.list({ msisdn }, MOST_CASES)]);
    const taken = new Set(others.flatMap(({ id, refund }) => (id === one.id || !refund || refund.state === 'refused' ? [] : [`${refund.month}/${refund.itemCode}`])));
    return wrongChargesIn(bills, locale).filter((charge) => !taken.has(`${charge.month}/${charge.itemCode}`));
  }

  /** Within the authority of who proposes it is paid at once; above it waits for a second person. */
  async propose(staff: Staff, id: CaseId, wish: { readonly month: string; readonly itemCode: string }): Promise<Case | Refusal> {
    const found = await this.room.book.find(id);
    if (!found) return refuse('not-found');
    // The business system was away, or this process ended, between the approval and the order: whoever asks again has it sent.
    if (isUnpaid(found, wish)) return this.pay(found);
    if (found.kind !== 'refund' && found.kind !== 'complaint') return refuse('wrong-state', 'only a refund or a complaint gives money back');
    const charge = (await this.wrongCharges(found)).find((one) => one.month === wish.month && one.itemCode === wish.itemCode);
    if (!charge) return refuse('not-found', 'the account shows no such wrong charge');
    const [rules, now] = [this.room.rules(), this.room.clock.now()];
    const by = { ...personOf(staff), role: staff.role };
    const proposed = await changeCase(this.room, id, (one) => proposingRefund(askingFirst(one, personOf(staff), now), { charge, by, now }, rules), { alert: (one) => secondWanted(one, staff, now), audit: auditOf(this.room, staff, { act: 'refund.proposed', detail: amountOf }) });
    if (isRefusal(proposed)) return proposed;
    return proposed.refund?.state === 'approved' ? this.pay(proposed) : proposed;
  }

  async decide(staff: Staff, id: CaseId, isApproved: boolean): Promise<Case | Refusal> {
    const now = this.room.clock.now();
    const by = { ...personOf(staff), role: staff.role };
    const decided = await changeCase(this.room, id, (one) => decidingRefund(one, { isApproved, by, now }), {
      alert: (one) => (isApproved ? null : refusedTold(one, staff, now)),
      audit: (one) => auditOf(this.room, staff, { act: isApproved ? 'refund.approved' : one.refund?.isStuck ? 'refund.ended' : 'refund.refused', detail: amountOf })(one),
    });
    return isRefusal(decided) || !isApproved ? decided : this.pay(decided);
  }

  /** The order's key is the charge itself, so that no second case and no second node pays it again. */
  async pay(one: Case): Promise<Case | Refusal> {
    const { refund, msisdn } = one;
    if (refund?.state !== 'approved' || msisdn === null) return refuse('wrong-state', 'the refund is not approved');
    const { month, itemCode, refundFen: amountFen } = refund;
    const paid = await this.room.orders.refund(msisdn, { month, itemCode, amountFen }, `refund/${month}/${itemCode}`);
    const now = this.room.clock.now();
    if (isRefusal(paid)) {
      // Once: a step that changes nothing raises nothing.
      if (paid.refused !== 'unavailable' && !refund.isStuck) await changeCase(this.room, one.id, (found) => refundStuck(found, now), { alert: (found) => stuckTold(found, now) });
      return paid;
    }
    const told = await changeCase(this.room, one.id, (found) => refundPaid(found, paid.orderId, now), { news: 'paid' });
    if (!isRefusal(told)) await keepUpTo(this.room, told, told.firstAnswer?.dueAt ?? 0);
    return told;
  }
}

const amountOf = ({ refund }: Case): string => yuan(refund?.refundFen ?? 0);

function isUnpaid({ refund }: Case, { month, itemCode }: { readonly month: string; readonly itemCode: string }): boolean {
  return refund?.state === 'approved' && refund.month === month && refund.itemCode === itemCode;
}

/** Above the authority of who proposes it. */
function secondWanted(one: Case, { id: staffId, name }: Staff, at: number): Alert | null {
  const { number, conversationId, refund } = one;
  if (refund?.state !== 'waits') return null;
  const asked = { number, name, amountFen: refund.refundFen };
  const toOneself = { staffId, text: inBoth((words) => words.refundWaitsOneself(asked)) };
  return { ...alertOf('refund-waits', one, at), conversationId, text: inBoth((words) => words.refundWaits(asked)), toOneself, ofCase: alerted(one) };
}

/** Nobody else would know: it was approved, and the money does not come. */
function stuckTold(one: Case, at: number): Alert | null {
  const { number, conversationId, refund } = one;
  if (!refund || !isStuckRefund(one)) return null;
  const { proposedBy, refundFen: amountFen } = refund;
  return { ...alertOf('refund-stuck', one, at), conversationId, text: inBoth((words) => words.refundStuck({ number, amountFen })), staffIds: [proposedBy.staffId], ofCase: alerted(one) };
}

/** Who proposed it has a subscriber waiting for it. */
function refusedTold(one: Case, { name: by }: Staff, at: number): Alert | null {
  const { number, conversationId, refund } = one;
  if (refund === null) return null;
  const { proposedBy, refundFen: amountFen } = refund;
  if (refund.isStuck) {
    const ended = { staffId: proposedBy.staffId, text: inBoth((words) => words.refundEndedOneself({ number, by, amountFen })) };
    return { ...alertOf('refund-ended', one, at), conversationId, text: inBoth((words) => words.refundEnded({ number, by, name: proposedBy.name, amountFen })), staffIds: [proposedBy.staffId], toOneself: ended };
  }
  const toOneself = { staffId: proposedBy.staffId, text: inBoth((words) => words.refundRefusedOneself({ number, by, amountFen })) };
  return { ...alertOf('refund-refused', one, at), conversationId, text: inBoth((words) => words.refundRefused({ number, by, name: proposedBy.name, amountFen })), staffIds: [proposedBy.staffId], toOneself };
}
