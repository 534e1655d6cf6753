/** Whether a text repeats what it was told in secret: long pieces of the instructions, forwards or backwards. */

/** Pieces this long are no coincidence: a dozen Chinese characters, or some eight English words. */
const PIECE = { han: 14, latin: 36 } as const;

export class SecretText {
  private readonly pieces: ReadonlySet<string>;
  private readonly short: readonly string[];

  /** Secrets shorter than a piece are marks and may not come back at all. */
  constructor(secrets: readonly string[]) {
    const bare = secrets.map(lettersOf).filter((secret) => secret.length >= 6);
    this.short = bare.filter((secret) => secret.length <= 40);
    const pieces = new Set<string>();
    for (const secret of bare) for (const piece of piecesOf(secret)) pieces.add(piece);
    this.pieces = pieces;
  }

  /** `grounds` may have the same words as the instructions; those are no secret. */
  isIn(text: string, grounds: string): boolean {
    if (this.pieces.size === 0 && this.short.length === 0) return false;
    const letters = lettersOf(text);
    const backwards = [...letters].reverse().join('');
    const found = [letters, backwards].flatMap((one) => [...this.short.filter((secret) => one.includes(secret)), ...piecesOf(one).filter((piece) => this.pieces.has(piece))]);
    if (found.length === 0) return false;
    const known = lettersOf(grounds);
    return found.some((piece) => !known.includes(piece));
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function piecesOf(letters: string): readonly string[] {
  const size = /\p{Script=Han}/u.test(letters) ? PIECE.han : PIECE.latin;
  const pieces: string[] = [];
  for (let at = 0; at + size <= letters.length; at += 1) pieces.push(letters.slice(at, at + size));
  return pieces;
}
