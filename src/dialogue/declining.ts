/** Says that something is not wanted in the very words that would want it: 「算了不投诉了」. Pure. */
import type { ChosenNeed } from '../domain/decision.js';
import { fits } from '../domain/heard.js';

const dropsComplaint = fits(/不(?:想|要|用|打算|准备)?(?:再)?(?:投诉|举报)(?:你们|他们?)?(?:了|啦)|\b(?:don'?t|do not|won'?t|will not|no longer|not going to)(?: want to| wish to| need to)? (?:make a complaint|complain)\b(?!.*\bbut\b)|\b(?:forget|drop) (?:the|my) complaint\b/iu);
/** Somebody else is to hear of it. */
const goesFurther = fits(/告|起诉|法院|工信部|消协|123\d\d|媒体|曝光|律师|\b(?:court|sue|regulator|lawyer|press|media)\b/iu);

/** Nobody is connected for what is not wanted any more. */
export function declinesPerson({ intent, text }: ChosenNeed): boolean {
  return intent === 'complaint' && dropsComplaint(text) && !goesFurther(text);
}
