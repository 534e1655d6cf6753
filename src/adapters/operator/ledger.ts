/** Money in and money out: payments by habit, bills settled oldest first, and the balance that is left of it. */
import { addDays, startOfDay } from '../../domain/calendar.js';
import type { Payment } from '../../domain/account.js';
import type { IssuedBill } from './billing.js';
import { monthAt, oldestOffset, planIn, type Era } from './era.js';

const FACES_FEN = [3_000, 5_000, 10_000, 20_000, 30_000, 50_000] as const;
const LARGEST_FEN = 50_000;
/** Automatic payment takes whole tens of yuan. */
const AUTO_STEP_FEN = 1_000;
const MINUTE_MS = 60_000;

export interface Ledger {
  /** What was there when the oldest kept month began: opening + payments = settled + balance. */
  readonly openingFen: number;
  readonly balanceFen: number;
  readonly paidFen: ReadonlyMap<string, number>;
  /** Newest first. */
  readonly payments: readonly Payment[];
}

class Account {
  balanceFen: number;
  readonly paid = new Map<string, number>();
  readonly payments: Payment[] = [];
  readonly #open: IssuedBill[] = [];
  readonly #era: Era;

  constructor(era: Era, openingFen: number) {
    this.#era = era;
    this.balanceFen = openingFen;
  }

  issue(bill: IssuedBill): void {
    this.paid.set(bill.month, 0);
    this.#open.push(bill);
    this.#settle();
  }

  get outstandingFen(): number {
    return this.#open.reduce((total, bill) => total + bill.totalFen - (this.paid.get(bill.month) ?? 0), 0);
  }

  get oldestOpen(): IssuedBill | undefined {
    return this.#open[0];
  }

  pay(day: string, amountFen: number, way: Payment['way'], state: Payment['state'] = 'arrived'): void {
    if (amountFen <= 0) return;
    const { draws } = this.#era;
    const name = `pay-${day}-${this.payments.length}`;
    const minute = state === 'arrived' ? draws.whole(name, 8 * 60, 21 * 60 + 59) : draws.whole(name, 22 * 60, 22 * 60 + 59);
    const id = `P${day.replaceAll('-', '')}${String(draws.whole(`${name}-id`, 0, 999_999)).padStart(6, '0')}`;
    this.payments.push({ id, at: startOfDay(day) + minute * MINUTE_MS, amountFen, way, state });
    if (state !== 'arrived') return;
    this.balanceFen += amountFen;
    this.#settle();
  }

  /** What the operator gives back counts as money in. */
  giveBack({ id, at, amountFen }: { readonly id: string; readonly at: number; readonly amountFen: number }): void {
    this.payments.push({ id, at, amountFen, way: 'refund', state: 'arrived' });
    this.balanceFen += amountFen;
    this.#settle();
  }

  #settle(): void {
    for (let bill = this.#open[0]; bill !== undefined; bill = this.#open[0]) {
      const already = this.paid.get(bill.month) ?? 0;
      const now = Math.min(this.balanceFen, bill.totalFen - already);
      this.balanceFen -= now;
      this.paid.set(bill.month, already + now);
      if (already + now < bill.totalFen) return;
      this.#open.shift();
    }
  }
}

function topUp(account: Account, era: Era, offset: number, day: string): void {
  const way = era.draws.pick(`way-${day}`, ['app', 'wechat', 'alipay'] as const);
  let needFen = account.outstandingFen + planIn(era, offset).monthlyFen - account.balanceFen;
  while (needFen > 0) {
    const amountFen = FACES_FEN.find((face) => face >= needFen) ?? LARGEST_FEN;
    account.pay(day, amountFen, way);
    needFen -= amountFen;
  }
}

/** What happens on one month's paying day, when that day is over. */
function payByHabit(account: Account, era: Era, offset: number): void {
  const month = monthAt(era, offset);
  const on = (day: number): string => `${month}-${String(day).padStart(2, '0')}`;
  const isOver = (day: string): boolean => day < era.today;
  if (era.script.pays === 'auto') {
    if (isOver(on(5))) account.pay(on(5), Math.ceil(account.outstandingFen / AUTO_STEP_FEN) * AUTO_STEP_FEN, 'auto');
  } else if (era.script.pays === 'month-late') {
    const bill = account.oldestOpen;
    const isMonthLate = bill !== undefined && bill.dueOn.slice(0, 7) < month;
    if (isMonthLate && isOver(on(20))) account.pay(on(20), bill.totalFen - (account.paid.get(bill.month) ?? 0), 'store');
  } else {
    const day = on(era.draws.whole(`payday-${month}`, 2, 12));
    if (isOver(day)) topUp(account, era, offset, day);
  }
}

function openingOf(era: Era): number {
  if (era.script.activated !== undefined || era.script.pays === 'month-late') return 0;
  return era.script.pays === 'auto' ? era.draws.whole('opening', 1, 999) : era.draws.whole('opening', 500, 9_000);
}

/** `bills` oldest first. A bill is issued on the 1st, before anything is paid in that month. */
export function settle(era: Era, bills: readonly IssuedBill[]): Ledger {
  const openingFen = openingOf(era);
  const account = new Account(era, openingFen);
  for (let offset = oldestOffset(era); offset <= 0; offset += 1) {
    const issued = bills.find((bill) => bill.issuedOn.slice(0, 7) === monthAt(era, offset));
    if (issued !== undefined) account.issue(issued);
    payByHabit(account, era, offset);
  }
  if (era.script.pays === 'top-up-missing') {
    account.pay(addDays(era.today, -1), era.draws.pick('missing', [5_000, 10_000, 20_000] as const), 'alipay', 'pending');
  }
  for (const order of era.orders) if (order.kind === 'refund') account.giveBack(order);
  const payments = [...account.payments].sort((one, other) => other.at - one.at);
  return { openingFen, balanceFen: account.balanceFen, paidFen: account.paid, payments };
}
