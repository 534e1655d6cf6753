/** English that counts: one is one, and two are two. */
import { describe, expect, it } from '@jest/globals';
import { notices } from '../../../src/web/insights/words/notices-en.js';
import { figures } from '../../../src/web/insights/words/figures-en.js';
import { en as conversation } from '../../../src/wording/conversation/en.js';
import { en as content } from '../../../src/wording/content/en.js';

describe('English that counts', () => {
  it('has one of a thing in the singular', () => {
    expect(notices.reach(1, 0)).toBe('1 conversation answered, 0 told in line');
    expect(notices.reach(2, 1)).toBe('2 conversations answered, 1 told in line');
    expect(figures.ratings(1)).toBe('1 rating');
    expect(conversation.alerts.setAway('Lin', 1)).toBe('Lin left an offer unanswered and was set away.');
    expect(conversation.alerts.setAway('Lin', 3)).toBe('Lin left 3 offers in a row unanswered and was set away.');
    expect(content.command.sound(1, 1, 2)).toBe('sound: 1 file, 1 intent, 2 articles');
  });
});
