/** How a conversation most likely came out, to start the closing dialog from; the agent has the last word. Pure. */
import type { DeskCase } from '../../../protocol/cases.js';
import type { WireDisposition } from '../../../protocol/desk.js';
import type { WireMessage } from '../../../protocol/chat.js';

/** 「还没好」, 「没有解决」, "not yet", "still doesn't work". */
const DENIAL = /(没|未|不)(有)?(被)?(解决|弄好|修好|搞定|恢复|好使|管用)|还(是)?(没|不)|没好|\bno\b|\bnot (yet|solved|fixed|working|resolved)\b|\bstill\b|(n't|n’t) (work|solved|fixed|resolved)/iu;

export function likelyOutcome(cases: readonly DeskCase[], messages: readonly WireMessage[]): WireDisposition {
  if (cases.some(({ stage }) => stage !== 'closed')) return 'follow-up';
  const last = messages.findLast(({ from }) => from === 'subscriber')?.text.trim() ?? '';
  return DENIAL.test(last) || /^(没有?|不行|否)[。！!呢啊]?$/u.test(last) ? 'follow-up' : 'solved';
}
