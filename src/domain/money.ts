/** Money is whole fen everywhere inside; yuan exist only in sentences. */
export type Fen = number;

/** 1234 → "12.34", -5 → "-0.05"; grouping is left out so that a figure is one token in any text. */
export function yuan(amountFen: Fen): string {
  const sign = amountFen < 0 ? '-' : '';
  const fen = Math.abs(Math.trunc(amountFen));
  return `${sign}${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}
