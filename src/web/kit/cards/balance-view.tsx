/** The account's money: what is there, what is owed, when it was last filled. */
import { useChat } from '../chat-context.js';
import { dayName, momentOf, yuan } from '../format.js';
import { CardFrame, Rows } from './card-frame.js';
import type { CardOf } from './card-of.js';

export function BalanceView({ card }: { card: CardOf<'balance'> }) {
  const { strings } = useChat();
  const isOwing = card.owedFen > 0;
  const rows = [
    ...(isOwing ? [{ name: strings.balance, value: yuan(card.balanceFen) }] : []),
    ...(card.creditFen > 0 ? [{ name: strings.credit, value: yuan(card.creditFen) }] : []),
    ...(card.lastTopUp === null ? [] : [{ name: strings.lastTopUp, value: yuan(card.lastTopUp.amountFen), note: momentOf(card.lastTopUp.at, strings) }]),
    ...(card.expiresOn === null ? [] : [{ name: strings.expires, value: dayName(card.expiresOn, strings) }]),
  ];
  return (
    <CardFrame title={isOwing ? strings.owed : strings.balance} asOf={card.asOf}>
      <div class={isOwing ? 'jb-figure jb-bad' : 'jb-figure'}>{yuan(isOwing ? card.owedFen : card.balanceFen)}</div>
      {rows.length > 0 && <Rows rows={rows} />}
    </CardFrame>
  );
}
