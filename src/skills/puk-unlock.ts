/** The unblocking code of the SIM, only right after a fresh one-time code. */
import { accountSkill, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { Skill } from './skill.js';

export const pukUnlock = ({ network }: SkillPorts): Skill =>
  accountSkill({
    id: 'puk-unlock',
    level: 'step-up',
    async run(asked) {
      const puk = await network.puk(asked.msisdn);
      return answered(asked, {
        lines: [asked.words.line.puk({ puk })],
        buttons: [nextButton('sim_replace', asked.words.buttons.newSim), personButton(asked.words)],
      });
    },
  });
