/** Points: how many, and which lapse when. */
import { accountSkill, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { Skill } from './skill.js';

export const pointsQuery = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'points-query',
    async run(asked) {
      const { billing, buttons } = asked.words;
      const { asOf, total, expiring } = await businessSystem.points(asked.msisdn);
      return answered(asked, {
        lines: [billing.points({ asOf, total }), expiring === null ? billing.pointsNoneExpiring : billing.pointsExpiring(expiring)],
        card: factsCard(billing.pointsTitle, asOf, [
          { name: billing.pointsTotal, value: billing.pointsUnit({ points: total }) },
          ...(expiring === null
            ? []
            : [{ name: billing.pointsExpiringRow({ on: expiring.on }), value: billing.pointsUnit({ points: expiring.points }) }]),
        ]),
        buttons: [nextButton('member_benefits', buttons.benefits), nextButton('balance_query', buttons.balance), personButton(asked.words)],
      });
    },
  });
