/** What is about to be done, in full, before it is done; its buttons vanish once answered. */
import type { WireButton } from '../../../protocol/cards.js';
import { useChat } from '../chat-context.js';
import { momentOf } from '../format.js';
import { actionOf, press } from '../quick-replies.js';
import { CardFrame, Rows } from './card-frame.js';
import type { CardOf } from './card-of.js';

export function ConfirmView({ card, buttons }: { card: CardOf<'confirm'>; buttons: readonly WireButton[] }) {
  const { client, strings } = useChat();
  return (
    <CardFrame title={card.title}>
      <Rows rows={card.rows} />
      {card.undo !== '' && <small class="jb-hint">{strings.undo}{card.undo}</small>}
      {buttons.length > 0 && card.expiresAt !== undefined && <small class="jb-hint">{strings.validUntil(momentOf(card.expiresAt, strings))}</small>}
      {buttons.length > 0 && (
        <div class="jb-decide">
          {buttons.map((button) => (
            <button key={button.id} class={button.id === 'confirm' ? 'jb-primary' : 'jb-plain'} onClick={(event) => press(event, () => client.act(actionOf(button), button.label))}>
              {button.label}
            </button>
          ))}
        </div>
      )}
    </CardFrame>
  );
}
