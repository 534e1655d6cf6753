/** The small mark of what a language model wrote. */
import { Icon } from './icons.js';

export function ByModel({ text }: { readonly text: string }) {
  return (
    <span className="by-model">
      <Icon name="spark" size={13} /> {text}
    </span>
  );
}
