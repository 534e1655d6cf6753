/** Ears of the table in asked-on.ts that no skill has: what is asked on of contracts and invoices, abroad, and of payments. Pure. */
import { heardOnce, plainText } from '../domain/heard.js';

/** 「那不续会怎样 号还能用吧」, "what if i dont renew". */
export const asksOfNotRenewing = heardOnce((text) => {
  const said = plainText(text).replace(/[’‘]/gu, "'");
  return said.length <= 60 && /不(?:再)?续(?:约|签|费|了|的话|会)?|\b(?:don'?t|do not|didn'?t|not) (?:want to )?renew/iu.test(said) && /怎|咋|能|会|吗|吧|影响|[?？]|\b(?:what|will|does|do|can|is|happens)\b/iu.test(said);
});

/** 「能补开去年的吗」 of invoices. */
export const asksOfEarlierInvoices = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 40 && /(?:补开|补打|补|开)[^,，。]{0,4}(?:去年|前年|以前|之前|[几上前\d一二三四五六七八九十]个?月)|(?:去年|前年|以前|之前|[几上前\d一二三四五六七八九十]个?月前?)的?[^,，。]{0,4}(?:能|可以)?[^,，。]{0,2}(?:补|开)|\b(?:last year|older|earlier|past|previous|months? ago)\b/iu.test(said);
});

export const asksHowLongIsLeft = heardOnce((text) => /^(?:and |so |ok )?how (?:long|much time|many (?:days|months))(?: is| do i have| have i got|'s)? left(?: (?:on|of) (?:it|that|the contract))?[?.]*$|^(?:那|我|还|到期)*还?[剩有]?(?:多久|几个?月|多少天|几天)(?:到期)?[呢啊呀?？。]*$/iu.test(plainText(text)));
/** 「一天多少流量」, 「不开包直接用会怎样」: of the packs for abroad. */
export const asksOfDayAbroad = heardOnce((text) => /^(?:那|大概|[\s,，])*(?:一天|每天|一份|一个包)(?:是|有|能用|给|含)*(?:多少|几个?)(?:流量|g|兆)?(?:流量)?[呢啊呀?？。]*$|^(?:那|这个?|漫游|[\s,，])*包(?:里头?|里面)?(?:是|有|带|含)?(?:几个?|多少)(?:g|流量|兆)(?:流量)?[呢啊呀?？。]*$|^(?:and )?how much data(?: (?:is (?:that|it)|do i get|does it (?:have|include)|is included))? (?:a|per|each|every) day[?.]*$/iu.test(plainText(text)));
export const goesWithoutPack = heardOnce((text) => /(?:不|没)(?:有)?(?:开|买|订|办)通?(?:这个|漫游|那个|流量)?包?[^,，。]{0,6}(?:用|上网|怎么|咋|会|呢)|\b(?:without (?:a |the |any )?pack|(?:don'?t|do not|didn'?t) (?:buy|get|order|take) (?:a |the |any |one)? ?(?:pack|pass)?)/iu.test(plainText(text)) && /包|直接|\bpack|\bpass|\bone\b/iu.test(text));
/** 「还能再买一天不」, "another day please" abroad: of a pack for there, and not of one for home. */
export const buysDayAbroad = heardOnce((text) => /^(?:那|我|想|要|请|麻烦|能不能|能|可以|还|再|帮|给|[\s,，])*(?:买|订|开|续|加|来)(?:上)?(?:[一两二三几]|\d{1,2})(?:天|份|个?日包)(?:的|包|漫游|吧|呗|了|不|吗|么|行不行|可以|[\s?？。.!！])*$|^(?:and |so |ok |okay |please |can |could |i |want |need |would like |'d like |to |just |give |me |get |buy |add |have |order )*(?:another|one more|1 more|two more|2 more) days?(?: please| then| now| of data)*[?.!]*$/iu.test(plainText(text)));

/** 「那5天一共多少钱」, "what if it's 4 days" abroad. */
export const asksOfDaysAbroad = heardOnce((text) => /^(?:那|要是|如果|我|就|一共|总共|少|多|去|玩|待|用|[\s,，])*(?:[一二两三四五六七八九十半]{1,3}|\d{1,2})(?:天|日|周)(?:的话)?(?:一共|总共|大概|要|得|是|该|得花|花|[\s,，])*(?:多少钱?|几块钱?|怎么算)?[呢啊呀?？。]*$|^(?:and |so |what |how much |is it |if |it'?s |i |go |stay |only |for )*\d{1,2} (?:days?|weeks?)(?: then| instead| in total| altogether| only)*[?.]*$/iu.test(plainText(text)));
export const asksToSetUp = heardOnce((text) => /^(?:那|我|可以|能不能|能|现在|提前|先|就|[\s,，])*(?:开|订|买|办)(?:好|上|通)?(?:吗|么|不|行不行|可以吗|好吗)[?？。]*$|^(?:so |and |ok )*(?:can|could|may) i (?:set (?:it|that|this|one) up|order (?:it|one)|get (?:it|one)|buy (?:it|one)|arrange (?:it|that))(?: now| already| today| before (?:i go|the trip)| in advance| ahead)*[?.]*$/iu.test(plainText(text)));
/** 「到了那边打电话回国贵吗」, "if i call my wife in beijing what does it cost". */
export const asksOfCallsAbroad = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 70 && /打(?:个)?电话|接电话|打给|拨打|\b(?:calls?|phones?|rings?)(?:ing)?\b/iu.test(said) && /贵|多少钱?|怎么收|怎么算|收费|几块|[要收](?:不要)?钱|\b(?:cost|price|much|expensive|charge[ds]?|rate)\b/iu.test(said);
});

/** 「回来了要关掉吗」, "do i turn it off when im back" of roaming. */
export const asksToTurnOff = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 50 && /^(?:那|我|回来|回国|到家|以后|之后|后|了|用完|[\s,，])*(?:要不要|用不用|需不需要|要|得|需要|怎么)(?:再|把它?|给|自己)*关(?:掉|了|闭)?(?:它|漫游)?(?:吗|么|不|呢)?[?？。]*$|\b(?:turn|switch) (?:it|that|roaming) off\b/iu.test(said);
});

/** 「没用完能退不」 of days abroad that were ordered. */
export const asksOfUnusedDays = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 50 && /^(?:那|要是|如果|包|漫游|[\s,，])*(?:没用(?:完|上|掉)?|用不完|不去了|没去成|提前回来)(?:的|了|话|包|[\s,，])*(?:能|可以|怎么|能不能|可不可以)?退(?:吗|么|不|掉|钱|款)*[?？。]*$|\b(?:unused|don'?t use|didn'?t use|come back early|cancel the trip)\b.*\b(?:back|refund|cancel|return)/iu.test(said);
});

/** "whats the cheapest way to get data", 「怎么上网最便宜」 of a trip. */
export const asksCheapestAbroad = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 60 && /\b(?:cheapest|best|easiest) way\b|(?:怎么|咋|哪种|哪个)[^,，。]{0,6}(?:便宜|划算|省钱|合算)|(?:最便宜|最划算)[^,，。]{0,4}(?:办法|方式|怎么)/iu.test(said);
});

/** "does it start at midnight or when i land", 「几点开始算一天」. */
export const asksWhenDayBegins = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 60 && /\bmidnight\b|\bwhen i land\b|\b24 hours?\b|(?:从)?几点(?:开始)?(?:算|起)|(?:一天|按天)(?:是)?怎么算|24 ?个?小时/iu.test(said);
});

/** 「查到了吗」, 「什么时候能到」 of a payment that is looked for. */
export const asksWhetherFound = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 30 && /^(?:那|你们?|我的|钱|还|到底|[\s,，])*(?:查到|找到|查出来|到[账帐]?|有结果)了?(?:没有?|吗|么|不)[?？。]*$|^(?:那|大概|到底|钱|[\s,，])*(?:什么时候|啥时候|几时|多久)(?:才)?(?:能|会|可以)?到[账帐]?(?:啊|呀|呢)?[?？。]*$|^(?:那|所以|[\s,，])*(?:我的)?钱(?:呢|去哪(?:里|儿)?了|在哪(?:里|儿)?)[啊呀?？。]*$|^(?:so |and |but )*(?:where(?:'s| is) (?:it|my money|the money|my top-?up|my payment)(?: then| now)?)[?.]*$|^(?:so |and )?(?:did you find (?:it|anything)|any luck|found it\?|when will it (?:arrive|get here|come through|show up))[?.]*$/iu.test(said);
});

/** 「不要了 退给我」 of a payment, 「退一半也行」 of a charge: money, and no extra. */
export const wantsItBack = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 24 && /^(?:那|我|不要了|不充了|算了|[\s,，])*(?:把?钱)?(?:都|给我|直接|就)*退(?:还)?(?:给我|回来|回给我|我)(?:吧|算了|得了|就行)?[。.!！]*$|退(?:我|给我|个)?(?:一半|一部分|一点|点)(?:也行|也可以|都行|吧|就行|行不行|行吗)?[。.!！?？]*$/u.test(said);
});

/** 「没有别的办法了吗」, "is there no other way": than the pack that was offered. */
export const asksOtherWay = heardOnce((text) => /^(?:那|难道|就|真的|还|再|[\s,，])*(?:没有|没|有没有|有)(?:什么|啥)?(?:别的|其他的?|另外的?|更好的)(?:办法|法子|方法|选择|方式|路子)(?:了|吗|么|吧|呢|啊|[\s?？。])*$|^(?:so |and |but )?(?:is there|isn't there|there is|are there) (?:really )?(?:no|any|nothing|another) ?(?:other )?(?:ways?|options?|choices?|else)(?: i can do| to do)?[\s?.!]*$/iu.test(plainText(text).replace(/[’‘]/gu, "'")));

/** 「公司的」, "for my company" of invoices. */
export const namesCompany = heardOnce((text) => /^(?:那|我|是|要|开|就|给|[\s,，])*(?:公司|单位|企业)(?:的|抬头|发票|名义|报销|用|怎么|开|弄|呢|[\s?？。])*$|^(?:and |so |it is |it's |i need it |one |an invoice )*for (?:my|the|our|a) company[\s?.!]*$/iu.test(plainText(text)));

/** 「那现在走呢」, "and if i leave now" of a contract: what it costs, and no wish to go. */
export const asksOfLeavingNow = heardOnce((text) => /^(?:那|要是|如果|我|万一|[\s,，])*(?:现在|马上|今天|提前|没到期|到期前)(?:就|要|想)*(?:走|解约|不用了?|退|离开|取消)(?:了|的话|呢|会怎样|怎么样|怎么算|要赔(?:多少|钱)?|赔多少|[\s?？。])*$|^(?:and |so |but )*(?:what (?:happens )?)?if i (?:leave|quit|cancel|end it|go|stop)(?: it)? (?:now|today|early|before (?:that|then|it ends))[\s?.]*$/iu.test(plainText(text)));

/** 「数据漫游开了的」, "roaming is on" where nothing works abroad. */
export const saysRoamingIsOn = heardOnce((text) => /^(?:我|那|可是|但是?|手机|都|已经|[\s,，])*(?:国际|数据)?漫游(?:功能)?(?:是|都|已经|早就|一直)*(?:开|打开|开通|开启)(?:着|了|过)(?:的|啊|呀|呢|还是不行|[\s。.!！])*$|^(?:but |my |the |yes |[\s,])*(?:data )?roaming(?:'s| is| has been)? (?:already )?(?:on|turned on|switched on|enabled|activated)(?: already)?[\s.!]*$/iu.test(plainText(text)));
