/** Listens for the keys of the desk and does what they stand for. */
import { useEffect } from 'react';
import { neighbour, standingOf } from '../state/desk-view.js';
import type { ConsoleControls } from './console-context.js';
import { useTools } from './desk-context.js';
import type { DeskTools } from './desk-context.js';
import { shortcutOf } from './shortcuts.js';
import type { ShortcutHit } from './shortcuts.js';
import { useReport } from './use-report.js';

/** Things drawn elsewhere answer these by themselves. */
export const DESK_KEY = 'desk:key';

export function useShortcuts(controls: ConsoleControls): void {
  const tools = useTools();
  const report = useReport();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
      const hit = shortcutOf(event, { isTyping, hasSingleKeys: tools.settings.get().hasSingleKeys });
      if (hit === null || (controls.hasDialog && !answersOffer(hit))) return;
      event.preventDefault();
      act(hit, tools, controls, report);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tools, controls, report]);
}

/** An offer lies over a dialog, too. */
function answersOffer(hit: ShortcutHit): boolean {
  return 'id' in hit && (hit.id === 'accept' || hit.id === 'decline');
}

function act(hit: ShortcutHit, { store, client }: DeskTools, controls: ConsoleControls, report: ReturnType<typeof useReport>): void {
  const state = store.get();
  const { shownId } = state;
  const isMine = shownId !== null && standingOf(state, shownId) === 'mine';
  const show = (id: string | null | undefined): void => {
    if (id !== null && id !== undefined) controls.show(id);
  };
  if ('nth' in hit) return show(state.mine[hit.nth]);
  const [offer] = state.offers;
  switch (hit.id) {
    case 'accept':
      if (offer) void report(client.accept(offer.conversationId, { isShown: !controls.hasDialog }));
      return;
    case 'next':
      return show(neighbour(state, 1));
    case 'previous':
      return show(neighbour(state, -1));
    case 'reply':
    case 'note':
      controls.setMode(hit.id);
      return tell('focus');
    case 'about':
      return controls.toggleWho();
    case 'cases':
      return controls.goTo(controls.place === 'cases' ? 'chats' : 'cases');
    case 'help':
      return controls.openDialog('help');
    case 'transfer':
    case 'close':
      if (isMine) controls.openDialog(hit.id);
      return;
    case 'decline':
    case 'giveBack':
    case 'suggest':
      return tell(hit.id);
  }
}

export type DeskKey = 'focus' | 'decline' | 'giveBack' | 'suggest';

function tell(key: DeskKey): void {
  document.dispatchEvent(new CustomEvent<DeskKey>(DESK_KEY, { detail: key }));
}

/** Calls back when this key was pressed. */
export function useDeskKey(key: DeskKey, act: () => void): void {
  useEffect(() => {
    const onKey = (event: Event): void => {
      if ((event as CustomEvent<DeskKey>).detail === key) act();
    };
    document.addEventListener(DESK_KEY, onKey);
    return () => document.removeEventListener(DESK_KEY, onKey);
  }, [key, act]);
}
