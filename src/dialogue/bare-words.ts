/** Words that answer and name nothing: 「对」, "no", 「第一个」, 「？」; and what is said to an open card or in the line. Pure. */
import { hasHan, heardOnce, plainText } from '../domain/heard.js';
import { pointsOnly } from '../understanding/pointing.js';
import { isNo, isYes } from './situation.js';

const ASSENT =
  /^(确[认定](办理?)?(了|吧|的)?|(i |yes )?confirm(ed)?|要得|得行|(好|对|是|行|嗯|哦|噢|喔|嗷|中|成)+(的|了|吧|啊|呀|哒|滴|嘞|呢|哈|嘛)*|好的好的|对的对的|是的是的|没错|没问题|知道了?|明白了?|了解了?|收到了?|懂了|可以(的|了|啊|呀)?|原来如此|继续(吧|说)?|(行|好|那|可以)*我?(先|再)?试试(看)?(吧|哈)?|哈{2,}|6{2,}|(太|真)?(牛|赞|厉害|给力)(逼|b)?(啊|呀|了)?|nb|yyds|awesome|amazing|well done|nice one|嘻{2,}|lol|(ha){2,}h?|i'?ll (try|give it a (try|go))( it| that)?|i see|got it|right|all ?right|correct|true|exactly|k+|ok(ay)?|okey|cool|fine|great|good|nice|noted|understood|makes sense|yes+|yea+h?|yep|yup|ya|uh ?huh|go on|continue|m+(m|hm+)|h+m+|oh|ah|aha|sure( thing)?)$/;
const WRONG = /^(不(是|对)(的|啊|吧|呀|这个|这样)*|我?(问的)?(不是|没问|没在问)(问)?这个(意思|问题)?|答非所问|(that('?s| is| was) )?not what i (asked|meant|said)|i (didn'?t|did not) ask (that|for that)|(no )?i mean(t)? the other thing|错了|没(有)?|别|不|not (that|this|really|quite)|that'?s (wrong|not it|not right)|wrong|no+|nope|nah)$/;
const CHOICE = /^(第?[一二三四五六七八九1-9](个|项|条|号)?|第[一二三四五六七八九1-9](个|项|条|号)呢|[前后上下]面?(那|这|一)个|the )?((first|second|third|last|former|latter)( one)?)?$/;
const DOUBT =
  /^(啥+|什么|哪个|哪一个|啊|嗯|诶|真的吗?|真的假的|[是好行]吗|是么|什么意思|啥意思|什么鬼|没(听|看|太)?(懂|明白)|(还是)?不(太|大|是很|怎么)(懂|明白|清楚)|说人话|说简单点|讲简单点|(听|看)不(懂|明白)|再说一[遍次]|重说一[遍次]|请再说一[遍次]|what|huh|eh|pardon|sorry|really|is it|what do you mean|what does that mean|i don'?t (understand|get it)|say (that|it) again|come again|which( one)?)$/;

/** What was said did not help; of what, only the talk before can tell. */
const FAILED =
  /^(可是|但是|但|那|怎么)?(还是|还|又|也|都|仍然|依然|依旧|照样)*(不行|不好使|不管用|没用|没有用|没解决|没有解决|没搞定|没弄好|没好|没反应|试(过|了)?了?(还是|也|都)?(不行|没用)|解决不了|帮不上忙|没帮上忙)(啊|呀|呢|吧|哦|诶|了)*$|^(but )?(it |that |this |they )?(is |does |did |has |was |still |again |just |isn'?t |doesn'?t |didn'?t |hasn'?t |wasn'?t |not )*(not working|not work|work|working|helped|help|helpful|solved|fixed|useless|no use|no good)( either| again| at all)?$/;
const DENIED = /\bnot\b|n'?t\b|useless|no use|no good/;

export type BareAnswer = 'yes' | 'no' | 'choice' | 'doubt' | 'failed';

/** Beyond this something is said; in Chinese sooner. */
const LONGEST_ANSWER = 80;
const LONGEST_ANSWER_ZH = 24;

/** Null when the words say something. */
export const bareAnswerIn = heardOnce((text): BareAnswer | null => {
  if (text.length > LONGEST_ANSWER || (text.length > LONGEST_ANSWER_ZH && hasHan(text))) return null;
  const plain = text.normalize('NFKC').toLowerCase().trim();
  const words = plain.replace(/[\p{P}\p{S}\s]+$/gu, '').replace(/^[\p{P}\p{S}\s]+/gu, '').replace(/\s+/gu, ' ').replace(/[,，]/gu, '');
  const asks = /[?？]\s*$/u.test(plain);
  if (!/[\p{L}\p{N}]/u.test(words)) return signIn(plain);
  // 「转吧」 is the wish for a person, whatever it answers.
  if (words.includes('转')) return null;
  if (FAILED.test(words) && (/\p{Script=Han}/u.test(words) || DENIED.test(words))) return 'failed';
  if (DOUBT.test(words) && (asks || !ASSENT.test(words))) return 'doubt';
  if (asks && (ASSENT.test(words) || WRONG.test(words))) return 'doubt';
  if (WRONG.test(words) || isNo(words)) return 'no';
  if (ASSENT.test(words) || isYes(words)) return 'yes';
  return CHOICE.test(words) || pointsOnly(words) ? 'choice' : null;
});

/** Of a message without a word. */
function signIn(plain: string): BareAnswer | null {
  if (/[👎🙅❌]/u.test(plain)) return 'no';
  // How somebody feels has its own rules.
  if (/[😡🤬😠😤💩🖕😞😢😭😔🙄😒😩😫💔]/u.test(plain)) return null;
  return /\p{Extended_Pictographic}/u.test(plain) ? 'yes' : 'doubt';
}

/** Rather than a polite no: something was not right. */
export const isWrong = heardOnce((text) => text.length <= LONGEST_ANSWER && WRONG.test(plainText(text).toLowerCase().replace(/[\p{P}\p{S}\s]+$/gu, '')));

const GOES_AHEAD = /^(?:行|好|可以|那)?[,， ]*就(?:要)?[它这那]个?(?:吧|了|好了)?[。.!！]*$|确认|确定|同意|就这样|办理?(吧|了|呗)|(开|退|换|买|订|挂失|停)(了|通)?吧|没问题|\b(go ahead|do it|block it|proceed|agree(d)?|that'?s fine|sounds good|confirm)\b/iu;
const LONGEST_GO_AHEAD = 24;

/** To an open card, and yet no tap on it. */
export function goesAhead(text: string): boolean {
  return text.trim().length <= LONGEST_GO_AHEAD && !/[?？吗]|多少|怎么|什么|哪|为啥|\b(how|what|when|why|which)\b/iu.test(text) && GOES_AHEAD.test(text);
}

const LEAVES_LINE =
  /^(算了|那|还是|我|先|就|[,，。！!\s])*((不用|不要|不需要|不必|别|取消|停止)(给我)?再?(转|找|叫|接|排队|排|等待|等)*(人工|客服|真人|人)*(排队|转接|服务)*(了|啦|吧)*|(不想|不再|不)(等|排队|排|转)(人工)?(了|啦)|等不及了?|(退出|离开)(排队|队列|队伍)|(顺便|也)?把?(人工|客服|真人|转人工|排队)(客服|服务|排队)?(就|先|也|给我|都)*(取消|不用|不要|不排|不等|不找|不转|退)掉?(了|吧|啦)*)[。.!！~\s]*$|^(ok(ay)?|no|actually|well|[,\s])*((i'?ll|i will|i do|i)? ?(not|don'?t|won'?t) (want to |need to )?(wait|queue)( any ?(more|longer))?|no (longer )?need (for |of )?(a |an |the )?(human|agent|person)( any ?more)?|(i )?(no longer|don'?t) need (a |an |the )?(human|agent|person)( any ?more)?|(please )?cancel (the |my )?(transfer|hand ?off|queue|request|that|agent|human|person|representative)|(please )?(leave|take me out of) (the )?(line|queue)|stop the transfer|never ?mind( the (human|agent|person))?)\b/iu;

/** Of somebody in the line: 「不用转人工了」, "I will not wait". */
export const leavesLine = heardOnce((text) => text.length <= LONGEST_ANSWER && LEAVES_LINE.test(plainText(text)));
