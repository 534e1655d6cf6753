/** Floats in somebody's units to whole fen, MB, minutes and texts; what does not fit is refused, never guessed. */
import { ProductError } from '../../../domain/errors.js';
import type { UsageBucket } from '../../../domain/account.js';
import type { Fen } from '../../../domain/money.js';

export const malformed = (what: string): ProductError => new ProductError('unavailable', `the business system answered with ${what}`);

const FEN_IN = new Map([['CNY', 100], ['RMB', 100], ['元', 100], ['YUAN', 100], ['FEN', 1], ['分', 1]]);
/** What a float may be off by and still mean a whole fen. */
const FLOAT_SLACK_FEN = 0.001;

export function fenOf(value: number, unit: string): Fen {
  const factor = FEN_IN.get(unit.trim().toUpperCase());
  if (factor === undefined) throw malformed('an amount in another currency');
  const exact = value * factor;
  const fen = Math.round(exact);
  if (!Number.isSafeInteger(fen) || Math.abs(exact - fen) > FLOAT_SLACK_FEN) throw malformed('an amount that is no whole fen');
  return fen === 0 ? 0 : fen;
}

type Measure = UsageBucket['measure'];

const KB_IN_MB = 1 / 1024;
const UNITS: Readonly<Record<Measure, ReadonlyMap<string, number>>> = {
  data: new Map([
    ['b', KB_IN_MB / 1024], ['byte', KB_IN_MB / 1024], ['bytes', KB_IN_MB / 1024], ['octet', KB_IN_MB / 1024], ['octets', KB_IN_MB / 1024],
    ['k', KB_IN_MB], ['kb', KB_IN_MB], ['kib', KB_IN_MB], ['m', 1], ['mb', 1], ['mib', 1],
    ['g', 1024], ['gb', 1024], ['gib', 1024], ['t', 1024 * 1024], ['tb', 1024 * 1024], ['tib', 1024 * 1024],
  ]),
  voice: new Map([
    ['s', 1 / 60], ['sec', 1 / 60], ['second', 1 / 60], ['seconds', 1 / 60], ['min', 1], ['mins', 1], ['minute', 1], ['minutes', 1],
    ['分钟', 1], ['h', 60], ['hour', 60], ['hours', 60],
  ]),
  sms: new Map([['sms', 1], ['message', 1], ['messages', 1], ['text', 1], ['texts', 1], ['unit', 1], ['units', 1], ['item', 1], ['count', 1], ['条', 1]]),
};

/** Whole MB, minutes or texts; the nearest, since a fraction of them is below what anybody is told. */
export function volumeOf(measure: Measure, quantity: { readonly amount: number; readonly units: string }): number {
  const factor = UNITS[measure].get(quantity.units.trim().toLowerCase());
  if (factor === undefined) throw malformed(`a volume of ${measure} in an unknown unit`);
  const volume = quantity.amount * factor;
  if (!Number.isFinite(volume) || volume < 0) throw malformed('a volume below nothing');
  return Math.round(volume);
}
