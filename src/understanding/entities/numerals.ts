/** Numbers as people write them: 1,200, 50.5, 五十, 一百二, 两千零五, 廿, half. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 幺: 1, 二: 2, 贰: 2, 两: 2, 俩: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Character class of Chinese numerals, for patterns. */
export const HAN_NUMBER = '[零〇一壹幺二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟万半]';
const ENGLISH: Readonly<Record<string, number>> = {
  half: 0.5, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16,
  seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
const ENGLISH_WORD = `(?:${Object.keys(ENGLISH).sort((one, other) => other.length - one.length).join('|')}|hundred|thousand)`;
/** "two hundred and fifty", "twenty-five", "a hundred". */
export const ENGLISH_NUMBER = `(?:\\b(?:a )?${ENGLISH_WORD}(?:(?: and |[ -])${ENGLISH_WORD})*)`;
/** 5百, 1.5万 as well; 千兆 is a unit of its own. */
export const NUMBER = `(?:\\d+(?:\\.\\d+)?(?:[百佰万]|[千仟](?!兆))|\\d+(?:,\\d{3})*(?:\\.\\d+)?|${HAN_NUMBER}+(?:点${HAN_NUMBER}+)?)`;

export function englishNumberOf(text: string): number {
  let total = 0;
  let part = 0;
  for (const word of text.split(/[ -]+/u)) {
    if (word === 'hundred') part = (part === 0 ? 1 : part) * 100;
    else if (word === 'thousand') {
      total += (part === 0 ? 1 : part) * 1000;
      part = 0;
    } else part += ENGLISH[word] ?? 0;
  }
  return total + part;
}

export function numberOf(text: string): number | null {
  if (/^[a-z]/u.test(text)) return englishNumberOf(text);
  if (/^[\d,.]+$/u.test(text)) {
    const value = Number(text.replace(/,/gu, ''));
    return Number.isFinite(value) ? value : null;
  }
  const mixed = /^([\d.]+)([百佰千仟万])$/u.exec(text);
  if (mixed !== null) return Number(mixed[1]) * (mixed[2] === '万' ? 10_000 : (UNITS[mixed[2] ?? ''] ?? 1));
  const [whole, fraction] = text.split('点');
  const base = wholeOf(whole ?? '');
  if (base === null || fraction === undefined) return base;
  const digits = [...fraction].map((character) => DIGITS[character]);
  return digits.some((digit) => digit === undefined) ? null : base + Number(`0.${digits.join('')}`);
}

function wholeOf(text: string): number | null {
  if (text === '半') return 0.5;
  const plain = text.replace('廿', '二十').replace('卅', '三十');
  if ([...plain].every((character) => DIGITS[character] !== undefined)) return plain === '' ? null : Number([...plain].map((character) => DIGITS[character]).join(''));
  const cut = plain.indexOf('万');
  if (cut >= 0) {
    const above = cut === 0 ? 1 : sectionOf(plain.slice(0, cut));
    const below = plain.slice(cut + 1);
    if (above === null) return null;
    if (below === '') return above * 10000;
    const rest = sectionOf(below);
    return rest === null ? null : above * 10000 + (below.length === 1 ? rest * 1000 : rest);
  }
  return sectionOf(plain);
}

/** Below ten thousand; a last digit without its unit stands one place lower (一百二 is 120). */
function sectionOf(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 0;
  let isAfterZero = false;
  for (const character of text) {
    const value = DIGITS[character];
    const unit = UNITS[character];
    if (value !== undefined) {
      isAfterZero = value === 0;
      if (value === 0) continue;
      if (digit !== null) return null;
      digit = value;
      isAfterZero = text.includes('零') || text.includes('〇');
    } else if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    } else if (character === '半' && lastUnit > 10) {
      total += lastUnit / 2;
    } else return null;
  }
  if (digit !== null) total += lastUnit >= 100 && !isAfterZero ? (digit * lastUnit) / 10 : digit;
  return total;
}
