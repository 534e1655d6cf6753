/** The keys of the desk as one table: pressed plain outside a field, with Alt anywhere. */
export type ShortcutId =
  'accept' | 'decline' | 'next' | 'previous' | 'reply' | 'note' | 'suggest' | 'transfer' | 'giveBack' | 'close' | 'about' | 'cases' | 'help';

export interface Shortcut {
  readonly id: ShortcutId;
  /** `KeyboardEvent.code`, so that Alt on a Mac, which types other letters, makes no difference. */
  readonly code: string;
  readonly label: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'accept', code: 'KeyA', label: 'A' },
  { id: 'decline', code: 'KeyD', label: 'D' },
  { id: 'next', code: 'KeyJ', label: 'J' },
  { id: 'previous', code: 'KeyK', label: 'K' },
  { id: 'reply', code: 'KeyR', label: 'R' },
  { id: 'note', code: 'KeyN', label: 'N' },
  { id: 'suggest', code: 'KeyS', label: 'S' },
  { id: 'transfer', code: 'KeyT', label: 'T' },
  { id: 'giveBack', code: 'KeyB', label: 'B' },
  { id: 'close', code: 'KeyE', label: 'E' },
  { id: 'about', code: 'KeyI', label: 'I' },
  { id: 'cases', code: 'KeyC', label: 'C' },
  { id: 'help', code: '?', label: '?' },
];

export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** `nth`: one of the first nine chats, from 0. */
export type ShortcutHit = { readonly id: ShortcutId } | { readonly nth: number };

export function shortcutOf(press: KeyPress, where: { readonly isTyping: boolean; readonly hasSingleKeys: boolean }): ShortcutHit | null {
  if (press.ctrlKey || press.metaKey) return null;
  const isPlain = !press.altKey && !where.isTyping && where.hasSingleKeys;
  if (!press.altKey && !isPlain) return null;
  if (press.altKey && press.code === 'Slash') return { id: 'help' };
  const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined) return press.shiftKey ? null : { nth: Number(digit) - 1 };
  // The question mark lies elsewhere on every keyboard.
  if (press.key === '?') return { id: 'help' };
  const found = press.shiftKey ? undefined : SHORTCUTS.find((shortcut) => shortcut.code === press.code && shortcut.id !== 'help');
  return found === undefined ? null : { id: found.id };
}
