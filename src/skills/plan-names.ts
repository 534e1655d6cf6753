/** Which plan or product a message means: found by the reader, filled in by a button, or named in the text. */
import type { Plan, Product } from '../domain/account.js';
import type { SkillRequest } from './skill.js';

function squeezed(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s·-]+/gu, '');
}

type Named = Pick<Plan | Product, 'id' | 'name'>;

/** What people say for what the catalogue calls otherwise. */
const SAID_FOR: readonly (readonly [said: RegExp, name: RegExp])[] = [
  [/炫铃|铃音|ring ?-?back ?tones?|ring ?tones?|caller ?tunes?/iu, /彩铃|caller tune/iu],
  [/网盘|云空间|云存储|cloud (?:drive|storage)/iu, /云盘|cloud disk/iu],
  [/碎屏|屏幕险|screen (?:insurance|cover|protection)/iu, /碎屏险|phone care/iu],
  [/视频(?:vip|包月)|影视会员|video (?:vip|subscription|service)/iu, /视频会员|video membership/iu],
  [/音乐(?:会员|vip)|music (?:subscription|membership|service)/iu, /音乐包|music pack/iu],
  [/weather (?:sms|alerts?|messages?)/iu, /天气短信|weather text/iu],
  [/漏话提醒|漏接提醒|未接来电提醒|missed[- ]?calls?/iu, /来电提醒|missed[- ]call/iu],
];

function saysName(text: string, { name }: Pick<Named, 'name'>): boolean {
  const flat = squeezed(text);
  return flat.includes(squeezed(name['zh-CN'])) || flat.includes(squeezed(name.en));
}

function saysOtherwise(text: string, { name }: Pick<Named, 'name'>): boolean {
  return SAID_FOR.some(([said, other]) => said.test(text) && (other.test(name['zh-CN']) || other.test(name.en)));
}

/** Among several that a text may name at once. */
export function namesIt(text: string, item: Pick<Named, 'name'>): boolean {
  return saysName(text, item) || saysOtherwise(text, item);
}

function byName<Item extends Named>(text: string, items: readonly Item[]): Item | undefined {
  return items.find((item) => saysName(text, item)) ?? items.find((item) => saysOtherwise(text, item));
}

function byEntity<Item extends Named>(request: SkillRequest, kind: 'plan' | 'product', items: readonly Item[]): Item | undefined {
  const named = new Set(request.entities.flatMap((entity) => (entity.kind === kind ? [entity.value] : [])));
  return items.find((item) => named.has(item.id));
}

/** 「39块的」 means the plan with that price, as long as only one has it. */
function byPrice(text: string, plans: readonly Plan[]): Plan | undefined {
  const prices = new Set((text.match(/\d+/gu) ?? []).map((digits) => Number(digits) * 100));
  const found = plans.filter((plan) => prices.has(plan.monthlyFen));
  return found.length === 1 ? found[0] : undefined;
}

const FOR_WHOM: readonly (readonly [said: RegExp, audience: Plan['audience']])[] = [
  [/老人|老年|长辈|爸妈|\b(?:seniors?|elderly|old people)\b/iu, 'senior'],
  [/学生|大学|\bstudents?\b/iu, 'student'],
];

/** 「银龄套餐」, "the campus plan": the name without its figures, or whom it is for, as long as one plan alone has it. */
function byPartOfName(text: string, plans: readonly Plan[]): Plan | undefined {
  const flat = squeezed(text);
  const parts = ({ name }: Plan): readonly string[] => [name['zh-CN'], name.en].map((one) => squeezed(one).replace(/[45]g|\d+/gu, '')).filter((part) => part.length >= 2);
  const audience = FOR_WHOM.find(([said]) => said.test(text))?.[1];
  const found = plans.filter((plan) => plan.audience === audience || parts(plan).some((part) => flat.includes(part)));
  return found.length === 1 ? found[0] : undefined;
}

function planNamed(request: SkillRequest, plans: readonly Plan[]): Plan | undefined {
  return byEntity(request, 'plan', plans) ?? byName(request.text, plans) ?? byPrice(request.text, plans) ?? byPartOfName(request.text, plans);
}

/** 「畅享59换成畅享39」 names two: the one in force is the one to leave, unless it stands alone. */
export function planMeant(request: SkillRequest, plans: readonly Plan[], current: Plan): Plan | undefined {
  const others = plans.filter((plan) => plan.id !== current.id);
  return planNamed(request, others) ?? planNamed(request, [current]) ?? plans.find((plan) => plan.id === request.slots['plan']);
}

/** 「10G」 means the pack of that size, as long as only one has it. */
function bySize(request: SkillRequest, products: readonly Product[]): Product | undefined {
  const sizes = request.entities.flatMap((entity) => (entity.kind === 'data' ? [entity.value] : []));
  const written = [...request.text.matchAll(/(\d+)\s*[gG]/gu)].map((match) => Number(match[1]) * 1024);
  const wanted = new Set([...sizes, ...written]);
  const found = products.filter((product) => product.dataMb > 0 && wanted.has(product.dataMb));
  return found.length === 1 ? found[0] : undefined;
}

const NUMBER_ALONE = /^(?:[要来选买订]|我要|就)?(\d{1,4})(?:的|那个|吧)*[。.!！]?$/u;

/** 「10」 to the list of packs is that many GB, else that many yuan, as it stands in their names; with both on the list, what the size names goes first. */
function byNumberAlone({ text }: SkillRequest, products: readonly Product[]): Product | undefined {
  const number = Number(NUMBER_ALONE.exec(text.normalize('NFKC').trim())?.[1] ?? NaN);
  const bySizeIn = products.filter(({ dataMb }) => dataMb > 0 && dataMb === number * 1024);
  const found = bySizeIn.length > 0 ? bySizeIn : products.filter(({ priceFen }) => priceFen === number * 100);
  return found.length === 1 ? found[0] : undefined;
}

/** 「10块的」 means the one at that price, as long as only one has it. */
function byItsPrice(request: SkillRequest, products: readonly Product[]): Product | undefined {
  const prices = new Set(request.entities.flatMap((entity) => (entity.kind === 'amount' ? [entity.value] : [])));
  const found = products.filter((product) => prices.has(product.priceFen));
  return found.length === 1 ? found[0] : undefined;
}

export function productMeant(request: SkillRequest, products: readonly Product[]): Product | undefined {
  return (
    byEntity(request, 'product', products) ??
    byName(request.text, products) ??
    bySize(request, products) ??
    byItsPrice(request, products) ??
    byNumberAlone(request, products) ??
    products.find((product) => product.id === request.slots['product'])
  );
}
