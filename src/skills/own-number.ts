/** Which number this is: the verified one, and to whom it is registered. */
import { accountSkill, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { Skill } from './skill.js';

/** 王小明 → 王**; enough to recognise oneself by. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
}

export const ownNumber = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'own-number',
    async run(asked) {
      const { line, buttons } = asked.words;
      const profile = await businessSystem.profile(asked.msisdn);
      const name = maskedName(profile.name);
      return answered(asked, {
        lines: [line.ownNumber({ msisdn: asked.msisdn, name })],
        card: factsCard(line.ownTitle, asked.now, [
          { name: line.ownRow.number, value: asked.msisdn },
          { name: line.ownRow.holder, value: name },
        ]),
        buttons: [nextButton('plan_current', buttons.plan), nextButton('balance_query', buttons.balance)],
      });
    },
  });
