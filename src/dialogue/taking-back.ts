/** 「算了取消吧」, 「点错了，撤回」, "undo that" said right after a change was made is about that change, and about nothing else that could be cancelled. Pure. */
import type { Decision } from '../domain/decision.js';
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import { heardOnce, plainText } from '../domain/heard.js';
import type { Situation } from './situation.js';
import { wholeMessage } from './situation.js';

const WORDS_ZH =
  /^(?:那|还是|算了|哎呀?|啊|呀|吧|了|吗|的|不好意思|等等|不对|我|想|要|可以|能不能|帮|给|把|它|这个|那个|刚才|刚刚|刚|买|换的|流量包|一下|掉|数|操作|办理|取消|撤[销銷回]|退|订|作废|改回|回来|回去|恢复|反悔|后悔|(?:点|按|弄|办|选|搞)错|不算|不要|不办|不换|不订|[\s,，.。!！~…?？])+$/u;
const TAKES_BACK_ZH = /取消|撤[销銷回]|退|作废|改回|恢复|反悔|后悔|[点按弄办选搞]错|不算|不要|不办|不换|不订/u;
const WORDS_EN = new Set("no oh wait pack data bought ordered sorry please pls actually hang on hold can could you i it that this the my last one order change just now want to undo cancel revert reverse take back withdraw changed mind mistake was a by wrong button pressed tapped clicked don't not anymore did made".split(' '));
const TAKES_BACK_EN = /\b(?:undo|cancel|revert|reverse|withdraw|mistake|take (?:it|that|this) back|changed my mind|wrong (?:button|one)|don't want (?:it|that|this))\b/u;
/** Beyond this something is named. */
const LONGEST = 40;

export const takesBack = heardOnce((text) => {
  const said = plainText(text).toLowerCase().replace(/[’‘]/gu, "'");
  if (said.length > LONGEST) return false;
  if (TAKES_BACK_ZH.test(said)) return WORDS_ZH.test(said);
  return TAKES_BACK_EN.test(said) && said.split(/[^a-z']+/u).every((word) => word === '' || WORDS_EN.has(word));
});

const REGRETS = /撤[销銷回]|反悔|后悔|[点按弄办选搞]错|\b(?:undo|revert|reverse|mistake|take (?:it|that|this) back|changed my mind|wrong (?:button|one))\b/iu;

/** Said to a card that is still open: 「点错了」, "undo that". */
export function regrets(text: string): boolean {
  return REGRETS.test(text) && takesBack(text);
}

const DROPS = /取消|撤[销銷回]|作废|反悔|后悔|[点按弄办选搞]错|\b(?:undo|cancel|revert|reverse|mistake)\b/iu;

/** The last card was turned down, or came to nothing: there is no change that could be meant. */
function wasNotMade({ tried, topic }: DialogueMemory): boolean {
  const last = tried.at(-1);
  return last !== undefined && last.intent === topic?.intent && (last.outcome === 'failed' || last.outcome === 'cancelled');
}

/** Of nothing at all: it eases the mind to hear so. A change of an earlier day has its own words. */
function isRegretAlone(text: string, { tried }: DialogueMemory): boolean {
  return tried.length > 0 && REGRETS.test(text) && !/[套计]|plan/iu.test(text);
}

/** The skill that made the change says what can still be done about it. */
export function takingBack(situation: Situation): Decision | null {
  const { text, action, hasAttachment, memory } = situation;
  if (action || hasAttachment || memory.form !== null || !takesBack(text)) return null;
  if (memory.made === undefined) return (wasNotMade(memory) && DROPS.test(text)) || isRegretAlone(text, memory) ? { rule: 'takes-back', kind: 'courtesy', intent: 'nothing_made' } : null;
  return { rule: 'takes-back', kind: 'answer', needs: [{ ...wholeMessage(situation, memory.made), confidence: 1, entities: [] }] };
}
