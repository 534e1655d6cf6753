/** What is used and left in the running month (TMF677, versions 4 and 5), and single calls (TMF635). */
import type { z } from 'zod';
import type { CallRecord, ReadList, Usage, UsageBucket } from '../../../domain/account.js';
import { addMonths, dayOf, firstDay, startOfDay } from '../../../domain/calendar.js';
import type { Msisdn } from '../../../domain/ids.js';
import { fenOf, malformed, volumeOf } from './amounts.js';
import { API, PACK, ROAMING_BUCKET } from './profile.js';
import { parsed, type Reader, type Read } from './reader.js';
import { consumptionBucket, consumptionReport, usageRecord } from './shapes.js';
import { characteristic, nameOf } from './words-of.js';
import { verdictOn } from './ownership.js';

type Bucket = z.output<typeof consumptionBucket>;
type Report = z.output<typeof consumptionReport>;
type MustExist = (msisdn: Msisdn) => Promise<void>;

const MEASURES = ['data', 'voice', 'sms'] as const satisfies readonly UsageBucket['measure'][];
const UNIT_OF = { data: 'MB', voice: 'min', sms: 'sms' } as const;

export class Consumption {
  constructor(
    private readonly reader: Reader,
    private readonly mustExist: MustExist,
  ) {}

  async usage(msisdn: Msisdn): Promise<Usage> {
    const { at, list } = await this.#reports(msisdn);
    const records = list.flatMap(({ usageConsumption }) => usageConsumption.flatMap(({ bucket, bucketRefOrValue }) => bucket ?? bucketRefOrValue ?? []));
    // A report of one's own may not smuggle in another's bucket; a bucket that names nobody is the report's.
    const buckets = records.filter((record) => verdictOn(record, msisdn) !== 'foreign').map((record) => parsed(consumptionBucket, record));
    const measured = buckets.flatMap((bucket) => {
      const measure = MEASURES.find((one) => one === bucket.usageType.toLowerCase());
      return measure === undefined || bucket.status === 'expired' ? [] : [{ bucket, measure }];
    });
    if (measured.length === 0) {
      await this.mustExist(msisdn);
      throw malformed('no bucket of data, voice or texts');
    }
    return {
      asOf: at,
      buckets: measured.map(({ bucket, measure }) => usageBucketOf(bucket, measure)),
      isThrottled: measured.some(({ bucket, measure }) => measure === 'data' && bucket.status === 'suspended' && bucket['@type'] !== ROAMING_BUCKET),
    };
  }

  async calls(msisdn: Msisdn, month: string): Promise<ReadList<CallRecord>> {
    const from = startOfDay(firstDay(month));
    const to = startOfDay(firstDay(addMonths(month, 1)));
    const query = { 'relatedParty.id': msisdn, usageType: 'voice', 'usageDate.gte': new Date(from).toISOString(), 'usageDate.lt': new Date(to).toISOString() };
    const { at, list } = await this.reader.own(msisdn, { path: `${API.usage}/usage`, query, each: usageRecord, isKept: false });
    if (list.length === 0) await this.mustExist(msisdn);
    // A system may not know the filters.
    const calls = list.filter(({ usageDate, usageType }) => usageDate >= from && usageDate < to && (usageType ?? 'voice') === 'voice').map(callOf);
    return { asOf: at, list: calls.sort((one, other) => other.at - one.at) };
  }

  /** Whoever has version 5 need not have version 4. */
  async #reports(msisdn: Msisdn): Promise<Read<Report>> {
    const query = { 'relatedParty.id': msisdn };
    const four = await this.reader.own(msisdn, { path: `${API.usageConsumption.v4}/queryUsageConsumption`, query, each: consumptionReport });
    if (!four.isMissing) return four;
    return this.reader.own(msisdn, { path: `${API.usageConsumption.v5}/queryUsageConsumption`, query, each: consumptionReport });
  }
}

/** `outOfBucket` counts what was used beyond; without a counter of what was used nothing can be said of the whole. */
function usageBucketOf(bucket: Bucket, measure: UsageBucket['measure']): UsageBucket {
  const counted = (type: string): number | null => {
    const counter = bucket.bucketCounter.find(({ counterType, level }) => counterType === type && (level ?? 'global') === 'global');
    return counter?.value === undefined ? null : volumeOf(measure, counter.value);
  };
  const used = counted('used');
  const end = bucket.validFor?.endDateTime;
  if (bucket.remainingValue === undefined || used === null || end === undefined) throw malformed('a bucket without what is left, what was used, or its end');
  const isPack = bucket.product.some((product) => product['@referredType'] === PACK);
  return {
    id: bucket.id,
    name: nameOf(bucket, bucket.id),
    measure,
    scope: bucket['@type'] === ROAMING_BUCKET ? 'roaming' : 'domestic',
    unit: UNIT_OF[measure],
    total: used + volumeOf(measure, bucket.remainingValue),
    used: used + (counted('outOfBucket') ?? 0),
    resetsOn: dayOf(end),
    source: isPack ? 'pack' : 'plan',
  };
}

function callOf(record: z.output<typeof usageRecord>): CallRecord {
  const said = (name: string): string | null => characteristic(record.usageCharacteristic, name);
  const seconds = Number(said('seconds') ?? Number.NaN);
  const charged = record.ratedProductUsage.find(({ taxIncludedRatingAmount }) => taxIncludedRatingAmount !== undefined)?.taxIncludedRatingAmount;
  if (!Number.isInteger(seconds) || seconds < 0) throw malformed('a call without a length');
  return {
    at: record.usageDate,
    direction: said('direction') === 'in' ? 'in' : 'out',
    peer: said('peer') ?? '',
    seconds,
    amountFen: charged === undefined ? 0 : fenOf(charged.value, charged.unit),
  };
}
