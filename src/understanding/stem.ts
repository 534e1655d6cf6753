/** Light stemming of English words: plurals, -ing and -ed, without touching short words. */

function undouble(stem: string): string {
  const last = stem.charCodeAt(stem.length - 1);
  const isDoubled = stem.length > 3 && last === stem.charCodeAt(stem.length - 2);
  return isDoubled && !'lsz'.includes(stem.charAt(stem.length - 1)) ? stem.slice(0, -1) : stem;
}

export function stem(word: string): string {
  const size = word.length;
  if (size < 4) return word;
  if (word.endsWith('ies') && size > 4) return word.slice(0, -3) + 'y';
  if (word.endsWith('ing') && size > 5) return undouble(dropE(word.slice(0, -3)));
  if (word.endsWith('ed') && size > 4) return undouble(dropE(word.slice(0, -2)));
  if (word.endsWith('es') && size > 4 && /(?:s|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')) return dropE(word.slice(0, -1));
  return dropE(word);
}

/** "charge", "charged" and "charging" must meet, so the final e goes everywhere. */
function dropE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}
