/** Reproducible draws: the same seed and name give the same number, whatever was drawn before. */
export interface Draws {
  /** In [0, 1). */
  share(name: string): number;
  /** Whole number, both ends included. */
  whole(name: string, low: number, high: number): number;
  pick<Item>(name: string, items: readonly [Item, ...Item[]]): Item;
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** Draws of one subscriber under one seed. */
export function drawsOf(seed: number, owner: string): Draws {
  const share = (name: string): number => hash(`${seed}/${owner}/${name}`) / 0x1_0000_0000;
  const whole = (name: string, low: number, high: number): number => low + Math.floor(share(name) * (high - low + 1));
  return { share, whole, pick: (name, items) => items[whole(name, 0, items.length - 1)] ?? items[0] };
}
