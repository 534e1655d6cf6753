/** The keys of the desk: never in the way of writing, never in the way of the browser. */
import { describe, expect, it } from '@jest/globals';
import { SHORTCUTS, shortcutOf } from '../../../src/web/desk/frame/shortcuts.js';
import type { KeyPress } from '../../../src/web/desk/frame/shortcuts.js';

const press = (code: string, change: Partial<KeyPress> = {}): KeyPress => ({
  code,
  key: code.slice(-1).toLowerCase(),
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...change,
});
const outside = { isTyping: false, hasSingleKeys: true };
const typing = { isTyping: true, hasSingleKeys: true };

describe('keys', () => {
  it('act as plain letters outside a field', () => {
    expect(shortcutOf(press('KeyA'), outside)).toEqual({ id: 'accept' });
    expect(shortcutOf(press('Digit2'), outside)).toEqual({ nth: 1 });
    expect(shortcutOf(press('Minus', { key: '?', shiftKey: true }), outside)).toEqual({ id: 'help' });
  });

  it('leave plain letters alone while somebody writes, and listen to Alt', () => {
    expect(shortcutOf(press('KeyA'), typing)).toBeNull();
    expect(shortcutOf(press('Digit2'), typing)).toBeNull();
    expect(shortcutOf(press('KeyA', { altKey: true, key: 'å' }), typing)).toEqual({ id: 'accept' });
  });

  it('leave the browser its own', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { ctrlKey: true, altKey: true }]) {
      for (const { code } of SHORTCUTS) expect(shortcutOf(press(code, held), outside)).toBeNull();
    }
  });

  it('can be turned off as single letters', () => {
    const off = { isTyping: false, hasSingleKeys: false };
    expect(shortcutOf(press('KeyA'), off)).toBeNull();
    expect(shortcutOf(press('KeyA', { altKey: true }), off)).toEqual({ id: 'accept' });
  });

  it('do not share a key', () => {
    expect(new Set(SHORTCUTS.map((shortcut) => shortcut.code)).size).toBe(SHORTCUTS.length);
  });
});
