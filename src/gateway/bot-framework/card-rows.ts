/** A card as a title with rows of name and value: what every kind of card on outside channels can show. Pure. */
import type { Card, UsageBar } from '../../domain/card.js';
import type { Locale } from '../../domain/locale.js';
import { channelWords } from '../../wording/channels/words.js';
import type { ChannelWording } from '../../wording/channels/zh-cn.js';
import { enFormats, zhFormats } from '../../wording/formats.js';
import type { Formats } from '../../wording/formats.js';

export interface CardRows {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  /** Said small below: when it was read, how it is undone. */
  readonly foot: string | null;
}

type RowsOf = Omit<CardRows, 'foot'>;

/** Null for a form, which is drawn as one. */
export function cardRows(card: Card, locale: Locale): CardRows | null {
  const words = channelWords(locale).card;
  const f = locale === 'en' ? enFormats : zhFormats;
  if (card.type === 'form') return null;
  if (card.type === 'confirm') return { title: card.title, rows: card.rows, foot: card.undo === '' ? null : words.undo(card.undo) };
  return { ...moneyRows(card, words, f), foot: words.asOf(card.asOf) };
}

function moneyRows(card: Exclude<Card, { type: 'form' | 'confirm' }>, words: ChannelWording['card'], f: Formats): RowsOf {
  switch (card.type) {
    case 'balance':
      return { title: words.balance, rows: balanceRows(card, words, f) };
    case 'usage':
      return { title: card.measure === 'data' ? words.usageData : words.usageVoice, rows: card.buckets.map((bucket) => ({ name: bucket.name, value: bucketValue(bucket, words, f) })) };
    case 'bill': {
      const items = card.items.map(({ name, amountFen }) => ({ name, value: f.amount(amountFen) }));
      const state = { name: words.state, value: card.isPaid ? words.paid : words.unpaid(f.shortDate(card.dueOn)) };
      return { title: words.bill(f.month(card.month)), rows: [...items, { name: words.total, value: f.amount(card.totalFen) }, state] };
    }
    case 'bill-change': {
      const changes = card.changes.map(({ name, beforeFen, afterFen }) => ({ name, value: f.difference(afterFen - beforeFen) }));
      const total = { name: words.total, value: `${f.amount(card.previousTotalFen)} → ${f.amount(card.totalFen)}` };
      return { title: words.change(f.month(card.month), f.month(card.previousMonth)), rows: [...changes, total] };
    }
    case 'facts':
    case 'cases':
      return { title: card.title, rows: card.rows.map(({ name, value, note }) => ({ name, value: note === undefined || note === '' ? value : `${value} · ${note}` })) };
    case 'comparison':
      return { title: card.title, rows: card.options.map(({ name, monthlyFen, averageFen }) => ({ name, value: words.monthly(f.amount(monthlyFen), f.amount(averageFen)) })) };
  }
}

function balanceRows(card: Extract<Card, { type: 'balance' }>, words: ChannelWording['card'], f: Formats): CardRows['rows'] {
  return [
    { name: words.balance, value: f.amount(card.balanceFen) },
    ...(card.owedFen > 0 ? [{ name: words.owed, value: f.amount(card.owedFen) }] : []),
    ...(card.creditFen > 0 ? [{ name: words.credit, value: f.amount(card.creditFen) }] : []),
    ...(card.expiresOn === null ? [] : [{ name: words.expires, value: f.date(card.expiresOn) }]),
    ...(card.lastTopUp === null ? [] : [{ name: words.lastTopUp, value: words.topUp(card.lastTopUp.amountFen, card.lastTopUp.at) }]),
  ];
}

function bucketValue({ unit, total, used, left, resetsOn }: UsageBar, words: ChannelWording['card'], f: Formats): string {
  const amount = (value: number): string => (unit === 'MB' ? f.data(value) : unit === 'min' ? f.minutes(value) : f.messages(value));
  if (total <= 0) return words.used(amount(used));
  return words.left({ left: amount(Math.max(0, left)), total: amount(total), resets: f.shortDate(resetsOn) });
}
