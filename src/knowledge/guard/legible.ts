/** A text as a reader sees it: compatibility forms made plain, invisible marks and look-alike letters folded away, with the way back to the original. */

export interface Legible {
  /** Lower case, half width, without invisible marks and emoji. */
  readonly text: string;
  /** For every code unit of `text`, where it began in the original; one more at the end. */
  readonly from: readonly number[];
  /** Something in the original was there to be overlooked or mistaken. */
  readonly isDisguised: boolean;
}

/** Zero-width and soft marks, direction marks, tags, fillers and other controls that no answer needs. */
const INVISIBLE = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const EMOJI = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
const MARK = /\p{M}/u;
const LETTER = /\p{L}/u;
const HOME_SCRIPT = /\p{Script=Han}|\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited}|\p{Script=Bopomofo}/u;
const VARIATION = 0xfe0f;
const KEYCAP = 0x20e3;
const JOINER = 0x200d;

/** Letters of other scripts that pass for Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', ѕ: 's', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w', ь: 'b', г: 'r', п: 'n', һ: 'h', ӏ: 'l',
  α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y', η: 'n', ω: 'w', σ: 'o', ո: 'n', օ: 'o', ս: 'u', ı: 'i', ɡ: 'g', ɑ: 'a', ⅼ: 'l',
};
/** What compatibility folding leaves: other dashes and quotes, and full stops that stand for dots. */
const SIGNS: Readonly<Record<string, string>> = {
  '−': '-', '–': '-', '—': '-', '‐': '-', '‑': '-', '‒': '-', '―': '-', '﹣': '-', '〜': '~', '∼': '~', '。': '。', '․': '.', '⁄': '/', '∕': '/', '⧸': '/', '∶': ':', '꞉': ':', '￥': '¥', '＄': '$', '×': 'x', '“': '"', '”': '"', '’': "'", '‘': "'",
};
const DINGBAT_DIGITS: readonly (readonly [number, number])[] = [[0x2776, 1], [0x2780, 1], [0x278a, 1], [0x24f5, 1]];

export function legible(original: string): Legible {
  const made = new Maker();
  let at = 0;
  for (const character of original) {
    made.take(character, at);
    at += character.length;
  }
  return made.end(at);
}

class Maker {
  private text = '';
  private readonly from: number[] = [];
  private isDisguised = false;
  private last = '';

  take(character: string, at: number): void {
    const code = character.codePointAt(0) ?? 0;
    const before = this.last;
    this.last = character;
    if (isPlain(code)) {
      this.text += code >= 65 && code <= 90 ? character.toLowerCase() : character;
      this.from.push(at);
      return;
    }
    if (code === VARIATION) return;
    if (code === KEYCAP) {
      this.add('. ', at);
      return;
    }
    if (code === JOINER && EMOJI.test(before)) return;
    if (INVISIBLE.test(character) || code === JOINER || (code >= 0xfe00 && code <= 0xfe0e)) {
      this.isDisguised = true;
      return;
    }
    if (isMojibake(code)) this.isDisguised = true;
    if (EMOJI.test(character) && !/[\d#*©®™]/u.test(character)) return;
    this.add(this.plain(character, code), at);
  }

  private plain(character: string, code: number): string {
    const sign = SIGNS[character] ?? dingbat(code);
    if (sign !== undefined) return sign;
    const folded = (character > '\u007f' ? character.normalize('NFKC').normalize('NFD') : character).toLowerCase();
    let plain = '';
    for (const letter of folded) {
      const alike = LOOK_ALIKES[letter];
      if (alike !== undefined) {
        this.isDisguised = true;
        plain += alike;
      } else if (MARK.test(letter)) {
        // An accent of its own letter is spelling; one that came by itself is noise.
        if (letter === folded) this.isDisguised = true;
      } else {
        if (LETTER.test(letter) && !HOME_SCRIPT.test(letter)) this.isDisguised = true;
        plain += SIGNS[letter] ?? letter;
      }
    }
    return plain;
  }

  private add(plain: string, at: number): void {
    this.text += plain;
    for (let index = 0; index < plain.length; index += 1) this.from.push(at);
  }

  end(at: number): Legible {
    return { text: this.text, from: [...this.from, at], isDisguised: this.isDisguised };
  }
}

/** Most of any text: printable ASCII, line ends and the common Chinese characters stand for themselves. */
function isPlain(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || code === 10 || code === 9 || (code >= 0x4e00 && code <= 0x9fff);
}

function dingbat(code: number): string | undefined {
  const found = DINGBAT_DIGITS.find(([start]) => code >= start && code < start + 10);
  if (found) return String(code - found[0] + found[1]);
  return code === 0x24ff || code === 0x24ea ? '0' : undefined;
}

/** Replacement characters, private use and half of a pair. */
function isMojibake(code: number): boolean {
  return code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xd800 && code <= 0xdfff) || code >= 0xf0000;
}
