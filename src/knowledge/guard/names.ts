/** Names in a text that must stand in its grounds: plans and products, people, places to live. */
const GENERIC = '您|你|的|个|款|新|老|旧|原|换|改|选|办|订|其他|别的|当前|现有|现用|目前|这|那|各|种|类|主|用|开|转|合适|适合|高|低|档|位|级|变更|更改|更换|办理|升级|升|降级|降|推荐|查询|查|看|了解|开通|订购|取消|退订|使用|内|外|月|元|融合|家庭|手机|流量|语音|上网|校园|基础|国际|国内|漫游|境外|宽带|移动|数据|通话|短信|彩信|服务|此|该|每|任何|不同|同|哪|什么|全部|所有|部分|在售|停售|下架|普通|自己|自选|更|最|贵|便宜|大|小|到|按|从|把|给|和|与|或|及|在|是|有|为|等|后|前|时|如|请|对|向|先|再|后续|增值|叠加|加油|日|周|年|季|年龄|老人|长辈|学生|儿童|副卡|主卡|合约|优惠|可选|相应|对应|单独|另|另外|新增|购买|买|加|包括|包含|不含|含|除|除了|超出|超过|套|占|也|不|没|都|就|还|只|会|能';
const PLAN_ZH = /([\p{Script=Han}a-z0-9+]{2,8}?)(套餐|流量包|加油包|语音包|日包|月包|会员|礼包|优惠包)/gu;
const GENERIC_END = new RegExp(`(?:${GENERIC})$`, 'u');
const QUOTED = /[「『《"“]([^」』》"”\n]{2,24})[」』》"”]/gu;
const PLAN_WORD = /套餐|[包卡]$|会员|plan|pack|bundle/u;
const PERSON_ZH = /(?:机主|户主|姓名|户名|登记人|使用人|联系人|名字|办理人|持有人|本人姓名)(?:姓名)?(?:是|为|叫|:|登记为)\s*([\p{Script=Han}*]{2,4}|[a-z]+(?: [a-z]+)?)/gu;
const TITLED = /([\p{Script=Han}]{1,3})(?:先生|女士|小姐|太太)/gu;
const PERSON_EN = /\b(?:account holder|owner|registered to|registered name|name on (?:the|this) account|customer name|subscriber)(?: is|:| name is|'s name is)? ([a-z]+(?: [a-z]+)?)/gu;
const HOME = /(?:住在|住址|地址|家在|住)(?:是|为|:|在)?\s*([\p{Script=Han}]{3,})|[\p{Script=Han}]{2,12}(?:省|市|区|县)[\p{Script=Han}]{1,12}(?:路|街|道|巷|弄|小区|花园|村|镇|大厦|号楼)|\blives? (?:at|in|on) ([a-z0-9 ]{3,})/gu;
const GREETED = /^(?:尊敬的|各位|亲爱的|这位|该|一位|某|那位|您|女|男)*$/u;
const OTHERS = /(?:该|这个|那个|另一?个?|其他|别的|上一[位个]|对方|他|她|机主)(?:的)?(?:用户|客户|号码|机主|人)?的?(?:余额|账单|话费|套餐|流量|通话记录|详单|位置|住址|地址|身份证|密码|验证码|姓名|欠费|积分|合约)(?:是|为|有|在|如下|:|还剩|剩|大于|小于|不足|超过)|\b(?:his|her|their|the other (?:customer|subscriber|user|person)'s|another (?:customer|subscriber|user)'s|the previous (?:customer|subscriber|user)'s) (?:balance|bill|plan|usage|data|address|location|name|password|calls?|records|points|account)\b(?: is| was| are|:| has)/u;

export interface NameGround {
  /** Grounds without spaces and signs. */
  readonly tight: string;
  /** All names of plans and products, made the same way. */
  readonly names: readonly string[];
}

export function tight(text: string): string {
  return text.replace(/[\s\-_·"'「」『』《》,。、()|*]+/gu, '');
}

/** Whether the text names a plan, a product or a person that its grounds do not. `text` as `legible` makes it. */
export function namesUnknown(text: string, ground: NameGround): boolean {
  const squeezed = tight(text);
  if (ground.names.some((name) => isNamed(squeezed, name) && !ground.tight.includes(name))) return true;
  return hasForeignPlan(text, ground) || hasQuotedPlan(text, ground);
}

/** Whether somebody is named, described by where they live, or told about, who is not in the grounds. */
export function tellsOfOthers(text: string, { tight: known }: NameGround): boolean {
  if (OTHERS.test(text)) return true;
  const people = [...[...text.matchAll(PERSON_ZH), ...text.matchAll(PERSON_EN)].map((match) => match[1] ?? ''), ...[...text.matchAll(TITLED)].map((match) => match[0]).filter((name) => !GREETED.test(name.slice(0, -2)))];
  const homes = [...text.matchAll(HOME)].map((match) => match[0]);
  return [...people, ...homes].some((name) => !known.includes(tight(name)));
}

/** A name that is the beginning of a longer one is not named by it; short Latin names must stand alone. */
function isNamed(squeezed: string, name: string): boolean {
  const at = squeezed.indexOf(name);
  if (at < 0 || name.length < 3) return false;
  return !/\d$/u.test(name) || !/\d/u.test(squeezed.charAt(at + name.length));
}

function hasForeignPlan(text: string, { tight: known }: NameGround): boolean {
  return [...text.matchAll(PLAN_ZH)].some(([, before, word]) => {
    let name = before ?? '';
    const last = name.slice(-2);
    while (GENERIC_END.test(name)) name = name.replace(GENERIC_END, '');
    return name.length >= 2 && name.endsWith(last) && !known.includes(`${last}${word ?? ''}`);
  });
}

function hasQuotedPlan(text: string, { tight: known }: NameGround): boolean {
  return [...text.matchAll(QUOTED)].some(([, name]) => PLAN_WORD.test(name ?? '') && !known.includes(tight(name ?? '')));
}
