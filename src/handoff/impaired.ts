/** Whether somebody said of themselves that they see, hear, or use their hands with difficulty, so that they need not wait as long. Pure. */

const OWN_WORDS: readonly RegExp[] = [
  /我(?:们)?(?:是|有)?(?:个|一个|一名|位)?(?:先天|后天|重度|轻度)?(?:的)?(?:盲人|视障|听障|聋人|聋哑|残疾|残障|失明|失聪|色弱|色盲)/u,
  /(?:我|本人|自己)(?:的)?(?:眼睛|眼神|视力|两眼|双眼).{0,4}(?:看不见|看不到|看不清|失明|不好|很差|不行|瞎)/u,
  /(?:我|本人)(?:的)?(?:耳朵|听力|双耳).{0,4}(?:听不见|听不到|听不清|失聪|不好|很差|不行|聋|背)/u,
  /我(?:耳聋|耳背|眼盲|眼瞎|手抖|手不方便|行动不便|不识字|不会打字)/u,
  /\bi(?:'?m| ?am| have)(?: \w+){0,2} (?:blind|deaf|visually impaired|hearing impaired|partially sighted|hard of hearing|disabled|dyslexic|a disability|low vision)\b/iu,
  /\bmy (?:eyesight|hearing|vision|sight) is (?:\w+ )?(?:bad|poor|gone|failing|weak|impaired)\b/iu,
  // As it is remembered of earlier messages: without spaces and signs.
  /(?:im|iam)(?:a|very|really|totally|partially|legally)?(?:blind|deaf|sighted|visuallyimpaired|hearingimpaired|hardofhearing|disabled|dyslexic)|my(?:eyesight|hearing|vision|sight)is(?:very|really|so)?(?:bad|poor|gone|failing|weak)/iu,
];

export function saysImpaired(texts: readonly string[]): boolean {
  return texts.some((text) => OWN_WORDS.some((words) => words.test(text)));
}
