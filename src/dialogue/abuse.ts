/** Words thrown at us: they tell how somebody feels and name nothing that could be looked up. Pure. */
import { heardOnce } from '../domain/heard.js';

const US = '你们?|您|贵公司|贵司|接棒(?:通信)?|运营商|这|那|个|家|破|什么|公司|客服|小接|机器人|就|都|是|不|全|简直|真|太|很|一|群|帮|伙|大|在|的|[ ,，!！]';
const US_ZH = `(?:${US})*`;
const CHEATS = new RegExp(`^(?:${US}|垃圾|废物|无良|玩意儿?|[。、])*(?:骗子|骗人|坑人|骗钱|诈骗|骗我们?钱?|强盗|抢钱|奸商|黑心)(?:公司|集团|运营商|团伙|平台|的|啊|吧|吗|呢|了|[ 。.!！?？~～…])*$`, 'u');
const CHEATS_EN = /^(?:you|your|guys|people|lot|this|company|jiebang|telecom|it|that|is|are|'?re|'?s|all|just|such|nothing|but|total|complete|a|an|bunch|of|fucking|bloody|damn|[ ,!])*(?:scam(?:mer)?s?|frauds?|thie(?:f|ves)|crooks?|cheat(?:er)?s?|liars?|rip-?offs?|robbers?|con ?artists?)[ .!?]*$/u;
const INSULT = new RegExp(
  `^${US_ZH}(?:垃圾|废物|智障|弱智|蠢货?|白痴|脑残|傻[逼叉比缺子瓜]?|sb|滚(?:蛋|开|犊子)?|草(?:泥马)?|操|靠|卧槽|妈的|他妈的?|尼玛|没用的?(?:东西|玩意儿?)|破玩意儿?|什么玩意儿?|恶心)(?:公司|客服|运营商|东西|玩意儿?|平台|服务|机器人|软件|系统|ai|的|啊|吧|吗|呢|了|[ 。.!！?？~～…])*$`,
  'u',
);
const INSULT_EN = /^(?:you|your|guys|this|that|it|is|are|'?re|'?s|what|so|such|a|an|total|complete|fucking|bloody|damn|piece|of|go to|[ ,!])*(?:idiots?|stupid|morons?|dumb(?:ass)?|shit|crap|bullshit|garbage|rubbish|trash|assholes?|bastards?|fuck(?: you| off| this)?|damn(?: it)?|hell|useless (?:bot|robot|company|service|thing|crap|app)|worst (?:company|service) ever)(?: bot| robot| company| service)?[ .!?]*$/u;
const LONGEST = 40;

const heard = heardOnce((text) => text.normalize('NFKC').toLowerCase().trim().replace(/[’]/gu, "'"));

/** 「你们就是骗子」 is anger at us; whoever was cheated by somebody says so with more words. */
export const callsUsCheats = heardOnce((text) => {
  const said = heard(text);
  return said.length <= LONGEST && (CHEATS.test(said) || CHEATS_EN.test(said));
});

/** Nothing but abuse: no article and no topic is behind it. */
export const isAbuse = heardOnce((text) => {
  const said = heard(text);
  return said.length <= LONGEST && (INSULT.test(said) || INSULT_EN.test(said) || callsUsCheats(text));
});
