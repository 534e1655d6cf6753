/** The running month's volumes: plan, packs and roaming, each with what is used and when it starts anew. */
import { addDays, firstDay } from '../../domain/calendar.js';
import type { UsageBucket } from '../../domain/account.js';
import { findProduct } from './catalogue.js';
import { monthAt, packsIn, planIn, type Era } from './era.js';
import { callsSoFar, dataUpTo } from './monthly-use.js';

type Buckets = readonly UsageBucket[];

/** Packs go first; one that was bought in a conversation only takes what was used after that day. */
function dataBuckets(era: Era, resetsOn: string): Buckets {
  const plan = planIn(era, 0);
  const used = dataUpTo(era, Number(era.today.slice(8)));
  let takenByPacks = 0;
  const packs = packsIn(era, 0)
    .filter(({ product, boughtOn }) => product.cycle !== 'day' || boughtOn === era.today)
    .map(({ product, boughtOn }, index): UsageBucket => {
      const since = boughtOn === null ? used : used - dataUpTo(era, Number(boughtOn.slice(8)));
      const taken = Math.min(product.dataMb, Math.max(0, since - takenByPacks));
      takenByPacks += taken;
      return {
        id: `${product.id}-${index + 1}`, name: product.name, measure: 'data', scope: 'domestic', unit: 'MB',
        total: product.dataMb, used: taken, resetsOn: product.cycle === 'day' ? addDays(era.today, 1) : resetsOn, source: 'pack',
      };
    });
  const name = { 'zh-CN': `${plan.name['zh-CN']} 国内流量`, en: `${plan.name.en} domestic data` };
  const ofPlan = used - takenByPacks;
  return [
    {
      id: 'plan-data', name, measure: 'data', scope: 'domestic', unit: 'MB', total: plan.dataMb,
      used: era.script.isCapped === true ? Math.min(ofPlan, plan.dataMb) : ofPlan, resetsOn, source: 'plan',
    },
    ...packs,
  ];
}

function roamingBuckets(era: Era): Buckets {
  const pass = era.script.isAbroadWith === undefined ? undefined : findProduct(era.script.isAbroadWith);
  if (pass === undefined) return [];
  return [
    {
      id: pass.id, name: pass.name, measure: 'data', scope: 'roaming', unit: 'MB', total: pass.dataMb,
      used: era.draws.whole(`abroad-${era.today}`, 100, Math.floor(pass.dataMb * 0.8)), resetsOn: addDays(era.today, 1), source: 'pack',
    },
  ];
}

function callBuckets(era: Era, resetsOn: string): Buckets {
  const plan = planIn(era, 0);
  const { voiceMinutes, smsCount } = callsSoFar(era);
  return [
    {
      id: 'plan-voice', name: { 'zh-CN': '国内通话', en: 'Domestic calls' }, measure: 'voice', scope: 'domestic', unit: 'min',
      total: plan.voiceMinutes, used: voiceMinutes, resetsOn, source: 'plan',
    },
    {
      id: 'plan-sms', name: { 'zh-CN': '国内短信', en: 'Domestic texts' }, measure: 'sms', scope: 'domestic', unit: 'sms',
      total: plan.smsCount, used: smsCount, resetsOn, source: 'plan',
    },
  ];
}

export function usageNow(era: Era): { buckets: Buckets; isThrottled: boolean } {
  const resetsOn = firstDay(monthAt(era, 1));
  const data = dataBuckets(era, resetsOn);
  const left = data.reduce((total, bucket) => total + Math.max(0, bucket.total - bucket.used), 0);
  return {
    buckets: [...data, ...roamingBuckets(era), ...callBuckets(era, resetsOn)],
    isThrottled: era.script.isCapped === true && left === 0,
  };
}

