/** Rows of names and values for answers that need no drawing. */
import { CardFrame, Rows } from './card-frame.js';
import type { CardOf } from './card-of.js';

export function FactsView({ card }: { card: CardOf<'facts' | 'cases'> }) {
  return (
    <CardFrame title={card.title} asOf={card.asOf}>
      <Rows rows={card.rows} />
    </CardFrame>
  );
}
