/** The tag for pages: what is entered stays inside its attribute. */
import { describe, expect, it } from '@jest/globals';
import { snippetOf } from '../../../src/web/desk/programs/snippet.js';

describe('the tag that puts the chat into a page', () => {
  it('names the server, and language and token only where asked for', () => {
    expect(snippetOf({ server: 'https://chat.example.com/', locale: 'auto', hasToken: false })).toBe('<script src="https://chat.example.com/widget.js" async></script>');
    expect(snippetOf({ server: 'https://chat.example.com', locale: 'en', hasToken: true })).toContain('data-locale="en" data-token="{{');
  });

  it('cannot be broken out of', () => {
    expect(snippetOf({ server: 'https://x"><script>alert(1)</script>', locale: 'auto', hasToken: false })).not.toMatch(/<script>|"><script/);
  });
});
