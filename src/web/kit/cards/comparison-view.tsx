/** Choices side by side with their sums: the price of the plan, and what an average month would cost on it. */
import { useChat } from '../chat-context.js';
import { yuan } from '../format.js';
import { CardFrame } from './card-frame.js';
import type { CardOf } from './card-of.js';

export function ComparisonView({ card }: { card: CardOf<'comparison'> }) {
  const { strings } = useChat();
  const least = Math.min(...card.options.map((option) => option.averageFen));
  return (
    <CardFrame title={card.title} asOf={card.asOf}>
      <small class="jb-hint">{strings.average}</small>
      <ul class="jb-options">
        {card.options.map((option) => (
          <li key={option.id} class={option.averageFen === least ? 'jb-best' : undefined}>
            <div><strong>{option.name}</strong><b>{yuan(option.averageFen)}</b></div>
            <small>{yuan(option.monthlyFen)}{strings.monthly}</small>
            {option.notes.map((note, index) => <small key={index}>{note}</small>)}
          </li>
        ))}
      </ul>
    </CardFrame>
  );
}
