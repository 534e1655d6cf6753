/** Reads of records, each held against the subscriber it was asked for, and kept for some seconds. */
import type { z } from 'zod';
import { ProductError } from '../../../domain/errors.js';
import type { Msisdn } from '../../../domain/ids.js';
import type { Clock } from '../../../ports/clock.js';
import { malformed } from './amounts.js';
import type { Calls } from './calls.js';
import { verdictOn, type Verdict } from './ownership.js';

/** `at` is when the system read it: what a figure says of its age. */
export interface Read<Item> {
  readonly at: number;
  readonly list: readonly Item[];
  /** The system does not have this kind of record at all. */
  readonly isMissing: boolean;
}

export interface Dropped {
  readonly api: string;
  readonly verdict: Exclude<Verdict, 'own'>;
  readonly count: number;
}

export interface ReaderWorld {
  readonly calls: Calls;
  readonly clock: Clock;
  /** A system that hands out another's records is a matter for the people who run it. */
  readonly onDropped: (dropped: Dropped) => void;
}

export interface Wanted<Schema extends z.ZodType> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly each: Schema;
  /** Secrets and calls are read afresh each time and kept nowhere. */
  readonly isKept?: boolean;
}

interface Kept {
  readonly at: number;
  readonly answer: Promise<Listed>;
}

interface Listed {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly ageMs: number;
  readonly isMissing: boolean;
}

const KEPT_MS = 10_000;
const COMMON_KEPT_MS = 300_000;
const MOST_KEPT = 5_000;

export class Reader {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly world: ReaderWorld) {}

  now(): number {
    return this.world.clock.now();
  }

  /** Records of one subscriber. Others' are dropped and told of; so are those that name nobody. */
  async own<Schema extends z.ZodType>(msisdn: Msisdn, { path, query, each, isKept = true }: Wanted<Schema>): Promise<Read<z.output<Schema>>> {
    const { at, answer } = this.#ask(msisdn, `${path}?${new URLSearchParams(query).toString()}`, isKept ? KEPT_MS : 0);
    const { records, ageMs, isMissing } = await answer;
    const verdicts = records.map((record) => verdictOn(record, msisdn));
    this.#tell(path, verdicts);
    return { at: at - ageMs, isMissing, list: records.filter((_record, index) => verdicts[index] === 'own').map((record) => parsed(each, record)) };
  }

  /** Parts of a record that was found to be the subscriber's own; the caller holds each against its parent. */
  async ofParent({ path, query, msisdn }: { path: string; query: Readonly<Record<string, string>>; msisdn: Msisdn }): Promise<Listed['records']> {
    const { records } = await this.#ask(msisdn, `${path}?${new URLSearchParams(query).toString()}`, KEPT_MS).answer;
    const foreign = records.map((record) => verdictOn(record, msisdn)).filter((verdict) => verdict === 'foreign');
    this.#tell(path, foreign);
    return records;
  }

  /** Records that are nobody's: catalogue and network. */
  async common<Schema extends z.ZodType>({ path, query, each }: Wanted<Schema>): Promise<Read<z.output<Schema>>> {
    const { at, answer } = this.#ask('', `${path}?${new URLSearchParams(query).toString()}`, COMMON_KEPT_MS);
    const { records, ageMs, isMissing } = await answer;
    return { at: at - ageMs, isMissing, list: records.map((record) => parsed(each, record)) };
  }

  /** The state of the network is nobody's either, and is asked for anew each time. */
  async fresh<Schema extends z.ZodType>({ path, query, each }: Wanted<Schema>): Promise<Read<z.output<Schema>>> {
    const { at, answer } = this.#ask('', `${path}?${new URLSearchParams(query).toString()}`, 0);
    const { records, ageMs, isMissing } = await answer;
    return { at: at - ageMs, isMissing, list: records.map((record) => parsed(each, record)) };
  }

  /** After a change nothing that was read before it is told any more. */
  forget(msisdn: Msisdn): void {
    for (const key of this.#kept.keys()) if (key.startsWith(`${msisdn} `)) this.#kept.delete(key);
  }

  #ask(owner: string, address: string, keptMs: number): Kept {
    const key = `${owner} ${address}`;
    const now = this.now();
    const known = this.#kept.get(key);
    if (known !== undefined && now - known.at < keptMs && now >= known.at) return known;
    const fresh = { at: now, answer: this.#list(address) };
    if (keptMs === 0) return fresh;
    this.#kept.delete(key);
    this.#kept.set(key, fresh);
    fresh.answer.catch(() => {
      if (this.#kept.get(key) === fresh) this.#kept.delete(key);
    });
    // Oldest first: a map keeps the order of insertion.
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return fresh;
  }

  async #list(path: string): Promise<Listed> {
    const { status, body, ageMs } = await this.world.calls({ method: 'GET', path });
    if (status === 404 || status === 405 || status === 501) return { records: [], ageMs, isMissing: true };
    if (status >= 400) throw new ProductError('unavailable', `the business system refused a read with status ${status}`);
    if (!Array.isArray(body)) throw malformed('something that is no list');
    return { records: body.map(recordOf), ageMs, isMissing: false };
  }

  #tell(path: string, verdicts: readonly Verdict[]): void {
    for (const verdict of ['foreign', 'unattributed'] as const) {
      const count = verdicts.filter((one) => one === verdict).length;
      if (count > 0) this.world.onDropped({ api: path, verdict, count });
    }
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('a list of something that is no record');
  return value as Readonly<Record<string, unknown>>;
}

export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data as z.output<Schema>;
  throw malformed(`a record that does not fit at ${error.issues[0]?.path.join('.') ?? 'its root'}`);
}
