/** Says why a change may not be made, in words, and what helps. */
import type { Refusal } from '../domain/errors.js';
import { OBSTACLES, type Obstacle } from '../ports/service-orders.js';
import type { Asked } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { SkillAnswer } from './skill.js';

const isObstacle = (detail: string | undefined): detail is Obstacle => OBSTACLES.some((obstacle) => obstacle === detail);

export function refused(asked: Asked, refusal: Refusal): SkillAnswer {
  const { plans, buttons } = asked.words;
  const { detail } = refusal;
  const obstacle = refusal.refused === 'conflict' && isObstacle(detail) ? detail : null;
  const helpful = obstacle === 'arrears' ? [nextButton('arrears_suspension', buttons.restore)] : [];
  return answered(asked, {
    lines: [obstacle === null ? plans.obstacle.unknown : plans.obstacle[obstacle]],
    buttons: [...helpful, personButton(asked.words)],
  });
}

/** Between the card and the tap something changed, so that nothing was done. */
export function changeGone(asked: Asked): SkillAnswer {
  const { answers } = asked.words;
  return answered(asked, { lines: [answers.changeGone], isUndone: true, buttons: [nextButton(asked.intent, asked.words.buttons.retry), personButton(asked.words)] });
}
