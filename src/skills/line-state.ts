/** What is said of a number that is not in service, whatever trouble it is asked for: the reason, and what brings it back. */
import type { LineStatus } from '../domain/account.js';
import type { Wording } from '../wording/wording.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { SkillAnswer, SkillRequest } from './skill.js';

const RESTORED_BY: Readonly<Partial<Record<LineStatus, string>>> = { 'lost-suspended': 'sim_lost', paused: 'number_suspend' };

/** Null for a number in service. */
export function outOfService(request: SkillRequest, words: Wording, status: LineStatus): SkillAnswer | null {
  if (status === 'active') return null;
  const { billing, buttons } = words;
  return answered(request, {
    lines: [billing.status[status]],
    buttons: [nextButton(RESTORED_BY[status] ?? 'arrears_suspension', buttons.restore, ...(status === 'paused' ? ['how=resume'] : [])), personButton(words)],
  });
}
