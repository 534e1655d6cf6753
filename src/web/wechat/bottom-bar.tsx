/** The bar under the words: quick entries to swipe, the field, and all entries as a grid behind the plus. */
import { useState } from 'preact/hooks';
import { useChat } from '../kit/chat-context.js';
import { Composer } from '../kit/composer.js';
import { Icon } from '../kit/icons.js';
import { ENTRY_ICONS, QUICK_ENTRIES, type QuickEntry } from './quick-entries.js';

export function BottomBar({ focusOn }: { focusOn: boolean }) {
  const { client, look, strings } = useChat();
  const [isOpen, setIsOpen] = useState(false);
  const entries = QUICK_ENTRIES[look.locale];
  const ask = (entry: QuickEntry): void => {
    setIsOpen(false);
    client.send(entry.question);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setIsOpen(false);
  };
  return (
    <div class="wx-bottom" onKeyDown={onKeyDown}>
      {!isOpen && (
        <nav class="wx-chips" aria-label={strings.quick}>
          {entries.map((entry) => <button key={entry.label} onClick={() => ask(entry)}>{entry.label}</button>)}
        </nav>
      )}
      <Composer focusOn={focusOn} onFocus={() => setIsOpen(false)}>
        <button type="button" class="wx-more" aria-label={strings.quick} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}><Icon name="plus" /></button>
      </Composer>
      {isOpen && (
        <nav class="wx-grid" aria-label={strings.quick}>
          {entries.map((entry) => (
            <button key={entry.label} onClick={() => ask(entry)}>
              <span><svg class="jb-icon" viewBox="0 0 24 24" aria-hidden="true"><path d={ENTRY_ICONS[entry.icon]} /></svg></span>
              {entry.label}
            </button>
          ))}
        </nav>
      )}
    </div>
  );
}
