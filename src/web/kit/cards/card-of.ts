/** One kind of card, by its type. */
import type { WireCard } from '../../../protocol/cards.js';

export type CardOf<Type extends WireCard['type']> = Extract<WireCard, { type: Type }>;
