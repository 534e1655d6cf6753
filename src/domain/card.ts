/** Structured answers: what the page draws beside the words. Money in fen, data in MB, times in epoch milliseconds. */
import type { Fen } from './money.js';

export interface BalanceCard {
  readonly type: 'balance';
  readonly asOf: number;
  readonly balanceFen: Fen;
  readonly creditFen: Fen;
  readonly owedFen: Fen;
  readonly expiresOn: string | null;
  readonly lastTopUp: { readonly amountFen: Fen; readonly at: number } | null;
}

export interface UsageCard {
  readonly type: 'usage';
  readonly asOf: number;
  readonly measure: 'data' | 'voice';
  readonly buckets: readonly UsageBar[];
}

export interface UsageBar {
  readonly name: string;
  readonly scope: 'domestic' | 'roaming' | 'local';
  /** MB for data, minutes for voice, pieces for SMS. */
  readonly unit: 'MB' | 'min' | 'sms';
  readonly total: number;
  readonly used: number;
  readonly left: number;
  readonly resetsOn: string;
}

export interface BillCard {
  readonly type: 'bill';
  readonly asOf: number;
  readonly month: string;
  readonly totalFen: Fen;
  readonly dueOn: string;
  readonly isPaid: boolean;
  readonly items: readonly { readonly name: string; readonly amountFen: Fen }[];
  /** Totals of up to six months, oldest first, for the small chart. */
  readonly trend: readonly { readonly month: string; readonly totalFen: Fen }[];
}

export interface BillChangeCard {
  readonly type: 'bill-change';
  readonly asOf: number;
  readonly month: string;
  readonly previousMonth: string;
  readonly totalFen: Fen;
  readonly previousTotalFen: Fen;
  readonly changes: readonly {
    readonly name: string;
    readonly beforeFen: Fen;
    readonly afterFen: Fen;
    readonly reason: string;
  }[];
  readonly trend: readonly { readonly month: string; readonly totalFen: Fen }[];
}

/** Rows of name and value for answers that need no chart: plan, extras, points, payments, tickets. */
export interface FactsCard {
  readonly type: 'facts';
  readonly asOf: number;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly note?: string }[];
}

/** Where cases stand; a page runs a countdown to `dueAt`. */
export interface CasesCard {
  readonly type: 'cases';
  readonly asOf: number;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly note?: string; readonly dueAt?: number }[];
}

/** A form the page may draw natively; everything in it can also be typed as plain text. */
export interface FormCard {
  readonly type: 'form';
  readonly form: 'verify.number' | 'verify.code' | 'text';
  readonly label: string;
  /** From the time of the message until a further code may be sent. */
  readonly resendAfterSeconds?: number;
}

/** Shown before anything changes; `confirm` and `cancel` are the ids of its buttons. */
export interface ConfirmCard {
  readonly type: 'confirm';
  readonly token: string;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly undo: string;
  /** Epoch ms: from then on a tap changes nothing. */
  readonly expiresAt: number;
}

/** How long a card may wait for its tap: what it says was true when it was shown. */
export const CONFIRM_OPEN_MINUTES = 10;

/** Before and after figures side by side: plan advice with its sums. */
export interface ComparisonCard {
  readonly type: 'comparison';
  readonly asOf: number;
  readonly title: string;
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly monthlyFen: Fen;
    readonly averageFen: Fen;
    readonly notes: readonly string[];
  }[];
}

export type Card =
  | BalanceCard
  | UsageCard
  | BillCard
  | BillChangeCard
  | FactsCard
  | CasesCard
  | FormCard
  | ConfirmCard
  | ComparisonCard;
