/** What Jiebang Telecom sells: plans, packs, extras, roaming days, and what use beyond a plan costs. */
import type { Plan, PriceList, Product } from '../../domain/account.js';
import type { ProductCatalogue } from '../../ports/product-catalogue.js';

const MB_PER_GB = 1024;

interface PlanRow {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly yuan: number;
  readonly gb: number;
  readonly minutes: number;
  readonly sms: number;
  readonly rest?: Partial<Plan>;
}

function plan(row: PlanRow): Plan {
  return {
    id: row.id,
    name: { 'zh-CN': row.zh, en: row.en },
    monthlyFen: row.yuan * 100,
    dataMb: row.gb * MB_PER_GB,
    voiceMinutes: row.minutes,
    smsCount: row.sms,
    broadbandMbps: 0,
    audience: 'all',
    is5g: false,
    withdrawnOn: null,
    successorId: null,
    ...row.rest,
  };
}

export const PLANS: readonly Plan[] = [
  plan({ id: 'lite-19', zh: '轻享19', en: 'Lite 19', yuan: 19, gb: 5, minutes: 100, sms: 0 }),
  plan({ id: 'smooth-39', zh: '畅享39', en: 'Smooth 39', yuan: 39, gb: 20, minutes: 200, sms: 50 }),
  plan({ id: 'smooth-59', zh: '畅享59', en: 'Smooth 59', yuan: 59, gb: 40, minutes: 300, sms: 100 }),
  plan({ id: '5g-99', zh: '5G畅行99', en: '5G Go 99', yuan: 99, gb: 80, minutes: 500, sms: 100, rest: { is5g: true } }),
  plan({ id: '5g-129', zh: '5G畅行129', en: '5G Go 129', yuan: 129, gb: 120, minutes: 800, sms: 200, rest: { is5g: true } }),
  plan({ id: '5g-199', zh: '5G尊享199', en: '5G Prime 199', yuan: 199, gb: 200, minutes: 1500, sms: 300, rest: { is5g: true } }),
  plan({ id: 'senior-29', zh: '银龄29', en: 'Senior 29', yuan: 29, gb: 10, minutes: 300, sms: 50, rest: { audience: 'senior' } }),
  plan({ id: 'campus-36', zh: '校园36', en: 'Campus 36', yuan: 36, gb: 60, minutes: 100, sms: 0, rest: { audience: 'student' } }),
  plan({ id: 'home-169', zh: '融合家169', en: 'Home 169', yuan: 169, gb: 150, minutes: 1000, sms: 200, rest: { broadbandMbps: 500 } }),
  plan({
    id: 'business-259', zh: '商务259', en: 'Business 259', yuan: 259, gb: 300, minutes: 2000, sms: 500,
    rest: { audience: 'business', is5g: true },
  }),
  plan({
    id: 'legacy-58', zh: '4G飞享58', en: '4G Fly 58', yuan: 58, gb: 10, minutes: 200, sms: 100,
    rest: { withdrawnOn: '2025-06-30', successorId: 'smooth-59' },
  }),
];

type ProductRow = readonly [id: string, zh: string, en: string, yuan: number, gb: number];

const PACK_ROWS: readonly ProductRow[] = [
  ['pack-day-1g', '1GB日包', '1 GB day pack', 3, 1],
  ['pack-5g', '5GB月包', '5 GB monthly pack', 10, 5],
  ['pack-10g', '10GB月包', '10 GB monthly pack', 18, 10],
  ['pack-20g', '20GB月包', '20 GB monthly pack', 30, 20],
];
const EXTRA_ROWS: readonly ProductRow[] = [
  ['crbt', '彩铃', 'Caller tunes', 5, 0],
  ['missed-call', '来电提醒', 'Missed-call alerts', 3, 0],
  ['video-vip', '视频会员', 'Video membership', 15, 0],
  ['music', '音乐包', 'Music pack', 8, 0],
  ['game-boost', '游戏加速', 'Game boost', 10, 0],
  ['cloud-disk', '云盘', 'Cloud disk', 6, 0],
  ['phone-care', '手机碎屏险', 'Phone care', 12, 0],
  ['weather-sms', '天气短信', 'Weather texts', 2, 0],
];
const ROAMING_ROWS: readonly ProductRow[] = [
  ['roam-hmt', '港澳台漫游日包', 'Hong Kong, Macao and Taiwan day pass', 25, 2],
  ['roam-asia', '日韩东南亚漫游日包', 'Japan, Korea and Southeast Asia day pass', 30, 2],
  ['roam-west', '欧美澳漫游日包', 'Europe, America and Australia day pass', 45, 2],
  ['roam-world', '全球漫游日包', 'Worldwide day pass', 68, 1],
];

function product(kind: Product['kind'], cycle: Product['cycle'], row: ProductRow): Product {
  const [id, zh, en, yuan, gb] = row;
  return { id, kind, name: { 'zh-CN': zh, en }, priceFen: yuan * 100, cycle, dataMb: gb * MB_PER_GB };
}

export const PRODUCTS: readonly Product[] = [
  ...PACK_ROWS.map((row) => product('pack', row[0] === 'pack-day-1g' ? 'day' : 'once', row)),
  ...EXTRA_ROWS.map((row) => product('extra', 'month', row)),
  ...ROAMING_ROWS.map((row) => product('roaming', 'day', row)),
];

export const PRICES: PriceList = { dataGbFen: 500, voiceMinuteFen: 15, smsFen: 10, roamingMbFen: 100, earlyEndPercent: 30 };

const PLAN_BY_ID = new Map(PLANS.map((entry) => [entry.id, entry]));
const PRODUCT_BY_ID = new Map(PRODUCTS.map((entry) => [entry.id, entry]));

export const findPlan = (id: string): Plan | undefined => PLAN_BY_ID.get(id);
export const findProduct = (id: string): Product | undefined => PRODUCT_BY_ID.get(id);

export const demoCatalogue: ProductCatalogue = {
  plans: () => Promise.resolve(PLANS),
  products: () => Promise.resolve(PRODUCTS),
  priceList: () => Promise.resolve(PRICES),
};
