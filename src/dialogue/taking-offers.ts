/** 「那就换吧」, 「那加一个吧」, "switch me", "cancel them": said on an answer that offers just that, it is a tap on the button. Pure. */
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import { heardOnce } from '../domain/heard.js';
import { normalText } from './situation.js';

type Press = { readonly id: string; readonly value?: string };

/** What is done by the button of an intent, and to what: both as alternatives of a pattern. */
interface Taking {
  readonly intent: string;
  readonly zh: { readonly does: string; readonly to: string };
  readonly en: { readonly does: string; readonly to: string };
}

const TAKINGS: readonly Taking[] = [
  { intent: 'plan_change', zh: { does: '换|改|变更|更换|办理?', to: '套餐' }, en: { does: 'switch|change|make the (?:switch|change)|take|do|go ahead|go for|sign me up', to: 'me|it|this|that|over|my|plans?' } },
  { intent: 'data_pack_buy', zh: { does: '加|买|订|来|办理?|开|充', to: '流量包?|加油包|包|上' }, en: { does: 'add|buy|get|take|order|give me|do|go ahead|go for', to: 'me|it|this|that|one|some|a|data|more|pack|packs' } },
  { intent: 'vas_cancel', zh: { does: '退订|退|取消|关|停|不要', to: '业务|会员|它们?|这些|那些' }, en: { does: 'cancel|remove|drop|stop|end|turn off|switch off|get rid of|unsubscribe(?: me)?(?: from)?', to: 'it|them|all|of|these|those|this|that|one|the|extras?|add-?ons?' } },
  { intent: 'number_suspend', zh: { does: '恢复|复机|开机|开通|解除|启用|开', to: '停机|保号|号码?|通话|使用|服务|回来|起来' }, en: { does: 'resume|restore|reactivate|unpause|activate|turn|switch', to: 'it|this|that|my|the|line|number|phone|service|calls|on|back' } },
  { intent: 'refund_dispute', zh: { does: '退还?|返还|申请|赔', to: '费|款|钱|给?我|退费|退款|退钱|双倍' }, en: { does: 'refund|give me|get me|pay|i want|claim', to: 'me|it|this|that|my|the|a|back|money|refund' } },
];

const LEADS_ZH = '那|就|嗯|好|的|行|可以|成|是|对|我|想|要|请|麻烦|帮|给|直接|现在|马上|赶紧|都|全|部|还是|先|也|再|把|它|们|这些|快点|赶快|尽快|快';
const TAILS_ZH = '吧|啦|喇|啊|呀|呗|哈|嘛|了|好了|就行|可以|谢谢|掉|过去|一下|下';
const LEADS_EN = "ok(?:ay)?|yes|yeah|yep|sure|well|then|so|please|alright|all right|right|great|fine|good|now|just|can you|could you|let'?s|i want to|i'd like to|i'll|i will";
const TAILS_EN = 'please|then|now|thanks|thank you|for me|over|too|instead';

const PATTERNS = TAKINGS.map(({ intent, zh, en }) => ({
  id: `intent:${intent}`,
  zh: new RegExp(`^(?:${LEADS_ZH})*(?:${zh.does})(?:掉|一?[个点些份下])?(?:${zh.to})*(?:${TAILS_ZH})*$`, 'u'),
  en: new RegExp(`^(?:(?:${LEADS_EN}) )*(?:${en.does})(?: (?:${en.to}))*(?: (?:${TAILS_EN}))*$`, 'u'),
}));

const CHANGE = 'intent:plan_change';
/** What an answer offers in any case; who was advised to stay may wish to change all the same. */
const CARRIED_ON: Readonly<Record<string, string>> = { plan_recommend: CHANGE, plan_current: CHANGE, plan_rules: CHANGE, data_usage_query: 'intent:data_pack_buy', vas_query: 'intent:vas_cancel' };
/** Nobody takes an offer at length. */
const LONGEST = 40;
const SHORTEST_NAME = 3;

/** The buttons that these words would take. */
const takenBy = heardOnce((text): ReadonlySet<string> => {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'");
  const tight = plain.replace(/[\s,，。.!！~～、]+/gu, '');
  const words = plain.replace(/[,.!~]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  return new Set(PATTERNS.filter(({ zh, en }) => zh.test(tight) || en.test(words)).map(({ id }) => id));
});

/** What it presses; null when nothing of the kind is said, or was offered. */
export function offerTaken({ topic, form, offered = [] }: DialogueMemory, text: string): Press | null {
  const carriesOn = topic === null ? undefined : CARRIED_ON[topic.intent];
  if (form !== null || text.length > LONGEST || (offered.length === 0 && carriesOn === undefined)) return null;
  const taken = takenBy(text);
  const button = offered.find(({ id, label, value }) => taken.has(id) || (id === CHANGE && value !== undefined && isItsName(label, text)));
  if (button) return button.value === undefined ? { id: button.id } : { id: button.id, value: button.value };
  // One of them was told of by itself: that one is meant, and not which.
  if (topic?.slots['extra'] !== undefined) return null;
  return carriesOn !== undefined && taken.has(carriesOn) ? { id: carriesOn } : null;
}

/** The button of an advised plan says what is done with it, and ends with its name. */
function isItsName(label: string, text: string): boolean {
  const said = normalText(text);
  return said.length >= SHORTEST_NAME && normalText(label).endsWith(said);
}
