/** The beginning or the end of a text, at most so many code units: a character of two is not torn apart, since half of one is no text any more and not every model or page takes it. */

export function startOf(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, isWithinCharacter(text, most) ? most - 1 : most);
}

/** At most so many code units to be read by people: no word or amount is torn apart, and what is missing shows. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const begun = startOf(text, most - 1);
  const gap = /\s/u.test(text.charAt(begun.length)) ? begun.length : begun.lastIndexOf(' ');
  return `${(gap > most / 2 ? begun.slice(0, gap) : begun).trimEnd()}…`;
}

export function endOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = text.length - most;
  return text.slice(isWithinCharacter(text, from) ? from + 1 : from);
}

function isWithinCharacter(text: string, at: number): boolean {
  return at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}
