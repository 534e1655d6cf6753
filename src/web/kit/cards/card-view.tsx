/** Picks the drawing for a card; a kind this page does not know yet is left to the words beside it. */
import type { WireButton, WireCard } from '../../../protocol/cards.js';
import { BalanceView } from './balance-view.js';
import { BillChangeView } from './bill-change-view.js';
import { BillView } from './bill-view.js';
import { ComparisonView } from './comparison-view.js';
import { ConfirmView } from './confirm-view.js';
import { FactsView } from './facts-view.js';
import { FormView } from './form-view.js';
import { UsageView } from './usage-view.js';

/** `isOpen`: still waiting for an answer, so forms and confirmations may be used. */
export function CardView({ card, buttons, at, isOpen }: { card: WireCard; buttons: readonly WireButton[]; at: number; isOpen: boolean }) {
  switch (card.type) {
    case 'balance':
      return <BalanceView card={card} />;
    case 'usage':
      return <UsageView card={card} />;
    case 'bill':
      return <BillView card={card} />;
    case 'bill-change':
      return <BillChangeView card={card} />;
    case 'cases':
    case 'facts':
      return <FactsView card={card} />;
    case 'form':
      return isOpen ? <FormView card={card} at={at} /> : null;
    case 'confirm':
      return <ConfirmView card={card} buttons={isOpen ? buttons : []} />;
    case 'comparison':
      return <ComparisonView card={card} />;
    default:
      return null;
  }
}
