/** What the operator's business system knows of one subscriber; every figure an answer may contain comes from here. */
import type { Fen } from './money.js';
import type { Localised } from './locale.js';
import type { Msisdn } from './ids.js';

export type LineStatus = 'active' | 'outgoing-suspended' | 'suspended' | 'lost-suspended' | 'paused';

export interface Profile {
  readonly msisdn: Msisdn;
  /** Full name as stored; shown masked unless there is a reason. */
  readonly name: string;
  readonly city: string;
  readonly region: string;
  readonly tier: 'standard' | 'silver' | 'gold' | 'business';
  readonly isElder: boolean;
  readonly isRealNameVerified: boolean;
  readonly status: LineStatus;
  readonly activatedOn: string;
  readonly contract: { readonly name: Localised; readonly from: string; readonly to: string; readonly monthlyFen: Fen } | null;
  readonly hasBroadband: boolean;
}

/** `asOf` is epoch milliseconds: when the business system read the figure, not when we asked. */
export interface Balance {
  readonly asOf: number;
  readonly balanceFen: Fen;
  readonly creditFen: Fen;
  /** Unpaid bills that are past due; zero when nothing is owed. */
  readonly owedFen: Fen;
  readonly expiresOn: string | null;
}

/** Several records of one read, and when the business system read them. */
export interface ReadList<Item> {
  readonly asOf: number;
  readonly list: readonly Item[];
}

export interface UsageBucket {
  readonly id: string;
  readonly name: Localised;
  readonly measure: 'data' | 'voice' | 'sms';
  readonly scope: 'domestic' | 'roaming';
  readonly unit: 'MB' | 'min' | 'sms';
  readonly total: number;
  readonly used: number;
  readonly resetsOn: string;
  /** From the plan itself, or from a pack that was added. */
  readonly source: 'plan' | 'pack';
}

export interface Usage {
  readonly asOf: number;
  readonly buckets: readonly UsageBucket[];
  readonly isThrottled: boolean;
}

export interface BillItem {
  readonly code: string;
  readonly name: Localised;
  readonly kind: 'plan' | 'overage-data' | 'overage-voice' | 'overage-sms' | 'extra' | 'pack' | 'roaming' | 'discount' | 'broadband' | 'other';
  readonly quantity: { readonly amount: number; readonly unit: string } | null;
  readonly amountFen: Fen;
}

/** What was really used in a billed month, domestic and roaming apart; overage items of the bill follow from it. */
export interface BilledUsage {
  readonly dataMb: number;
  readonly voiceMinutes: number;
  readonly smsCount: number;
  readonly roamingMb: number;
  readonly roamingDays: number;
}

/** Items sum to `totalFen`, to the fen. `month` is "2026-10". */
export interface Bill {
  readonly asOf: number;
  readonly month: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly totalFen: Fen;
  readonly paidFen: Fen;
  readonly items: readonly BillItem[];
  /** Null where the system's bills do not say what was used. */
  readonly usage: BilledUsage | null;
}

export interface Payment {
  readonly id: string;
  readonly at: number;
  readonly amountFen: Fen;
  readonly way: 'app' | 'wechat' | 'alipay' | 'bank' | 'store' | 'auto' | 'refund';
  readonly state: 'arrived' | 'pending' | 'failed';
}

export interface Plan {
  readonly id: string;
  readonly name: Localised;
  readonly monthlyFen: Fen;
  readonly dataMb: number;
  readonly voiceMinutes: number;
  readonly smsCount: number;
  readonly broadbandMbps: number;
  readonly audience: 'all' | 'senior' | 'student' | 'business';
  readonly is5g: boolean;
  readonly withdrawnOn: string | null;
  readonly successorId: string | null;
}

/** Packs and extras. `cycle` says whether it renews. */
export interface Product {
  readonly id: string;
  readonly kind: 'pack' | 'extra' | 'roaming';
  readonly name: Localised;
  readonly priceFen: Fen;
  readonly cycle: 'month' | 'day' | 'once';
  readonly dataMb: number;
}

/** What use beyond a plan costs. Data is charged by the GB begun, voice by the minute begun. */
export interface PriceList {
  readonly dataGbFen: Fen;
  readonly voiceMinuteFen: Fen;
  readonly smsFen: Fen;
  readonly roamingMbFen: Fen;
  /** Share of the remaining monthly fees that ending a contract early costs. */
  readonly earlyEndPercent: number;
}

export interface Subscription {
  readonly productId: string;
  readonly name: Localised;
  readonly priceFen: Fen;
  readonly since: string;
  readonly isFreeUntil: string | null;
  /** Last day of a cancelled one; null while it renews. */
  readonly endsOn: string | null;
}

export interface PlanHolding {
  readonly asOf: number;
  readonly plan: Plan;
  readonly since: string;
  /** Ordered and taking effect later. */
  readonly next: { readonly plan: Plan; readonly from: string } | null;
}

export interface Points {
  readonly asOf: number;
  readonly total: number;
  readonly expiring: { readonly points: number; readonly on: string } | null;
}

export interface Ticket {
  readonly id: string;
  readonly kind: 'fault' | 'complaint' | 'refund' | 'payment' | 'privacy' | 'call-back';
  readonly title: Localised;
  readonly state: 'open' | 'in-progress' | 'solved' | 'closed';
  readonly createdAt: number;
  readonly dueAt: number;
  readonly steps: readonly { readonly at: number; readonly text: Localised }[];
}

export interface Outage {
  readonly id: string;
  readonly service: 'mobile' | 'broadband';
  readonly region: string;
  readonly since: number;
  readonly restoredBy: number | null;
  readonly text: Localised;
}

export interface LineCheck {
  readonly asOf: number;
  readonly isModemOnline: boolean;
  readonly isAuthenticated: boolean;
  readonly opticalPower: 'good' | 'weak' | 'none';
  readonly fault: 'none' | 'loss-of-signal' | 'authentication' | 'slow' | 'router';
}

export interface CallRecord {
  readonly at: number;
  readonly direction: 'out' | 'in';
  readonly peer: string;
  readonly seconds: number;
  readonly amountFen: Fen;
}

/** What a change will do, before it is done. `token` is what the confirming tap sends back. */
export interface PreparedChange {
  readonly kind: 'plan' | 'pack' | 'extra-off' | 'suspend-lost' | 'resume';
  readonly targetId: string;
  readonly priceDifferenceFen: Fen;
  readonly effectiveOn: string;
  readonly boundUntil: string | null;
}

/** What a card may ask a tap for: an order, several extras ended together, or that what we ourselves keep of somebody is erased. */
export type ConfirmableChange = PreparedChange | (Omit<PreparedChange, 'kind'> & { readonly kind: 'extras-off' }) | (Omit<PreparedChange, 'kind'> & { readonly kind: 'erase-data' });
