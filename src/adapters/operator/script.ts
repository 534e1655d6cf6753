/** What makes one demo subscriber: the story as inputs, from which all figures are computed. Months count back from today's: 0, -1, -2 … */
import type { LineCheck, Profile, Ticket } from '../../domain/account.js';
import type { Localised } from '../../domain/locale.js';

/** Shares of the plan's volume for data and minutes, pieces for texts; each drawn between low and high. */
export interface Habit {
  readonly data: readonly [low: number, high: number];
  readonly voice: readonly [low: number, high: number];
  readonly sms: readonly [low: number, high: number];
}

export interface ScriptedExtra {
  readonly id: string;
  /** First month it was held, e.g. -9. */
  readonly since: number;
  /** Free up to the end of this month. */
  readonly freeUntil?: number;
  /** Billed twice, by mistake, in this month. */
  readonly doubledIn?: number;
}

/** `packId` null: abroad without a pack, charged by the MB. */
export interface ScriptedTrip {
  readonly month: number;
  readonly days: number;
  readonly packId: string | null;
  readonly mb: readonly [low: number, high: number];
}

export interface ScriptedTicket {
  readonly kind: Ticket['kind'];
  readonly title: Localised;
  readonly state: Ticket['state'];
  readonly hoursAgo: number;
  readonly dueInHours: number;
  readonly steps: readonly { readonly hoursAgo: number; readonly text: Localised }[];
}

export type PayHabit = 'top-up' | 'auto' | 'month-late' | 'top-up-missing';

export interface Script {
  readonly msisdn: string;
  readonly name: string;
  readonly story: Localised;
  readonly city: string;
  /** City and district, e.g. 「杭州-西湖」. */
  readonly region: string;
  readonly tier: Profile['tier'];
  readonly planId: string;
  readonly habit: Habit;
  readonly pays: PayHabit;
  /** Billed months before this one do not exist; absent: long ago. */
  readonly activated?: number;
  readonly isElder?: true;
  readonly isPaused?: true;
  readonly special?: Readonly<Record<number, Partial<Habit>>>;
  /** At the end of the plan's data: slowed down instead of charged. */
  readonly isCapped?: true;
  /** This month's data is nearly gone, or gone, on whatever day one looks. */
  readonly quotaNow?: 'near' | 'gone';
  readonly extras?: readonly ScriptedExtra[];
  readonly packs?: readonly { readonly id: string; readonly month: number }[];
  readonly trips?: readonly ScriptedTrip[];
  readonly isAbroadWith?: string;
  readonly subCards?: number;
  readonly discount?: { readonly name: Localised; readonly amountFen: number; readonly lastMonth: number };
  readonly contract?: { readonly name: Localised; readonly months: 12 | 24; readonly endsIn: number };
  readonly line?: LineCheck['fault'];
  readonly tickets?: readonly ScriptedTicket[];
  /** Points kept from last year, which lapse at the end of this one. */
  readonly oldPoints?: readonly [low: number, high: number];
  readonly balanceExpires?: true;
}
