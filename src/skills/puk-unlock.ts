/** The unblocking code of the SIM, only right after a fresh one-time code. */
import { accountSkill, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { Skill } from './skill.js';
import { wordingFor } from '../wording/wording.js';

const NO_CODE_NEEDED = 'told';
/** 「输错几次会怎样」 the article answers by itself. */
const WRONG_ZH = /(?:输|打|填|试|弄|搞)错(?!几次)|几次机会|[试输](?:几|多少)次/u;
const WRONG_EN = /\b(?:wrong|incorrect(?:ly)?|mistakes?|mistyped?|how many (?:tries|times|attempts|chances|goes))\b/iu;

/** Of a code that was just told: 「输错了怎么办」. */
export function asksOfWrongCode(text: string): boolean {
  return WRONG_ZH.test(text) || WRONG_EN.test(text);
}

const lookedUp = ({ network }: SkillPorts): Skill =>
  accountSkill({
    id: 'puk-unlock',
    level: 'step-up',
    async run(asked) {
      const puk = await network.puk(asked.msisdn);
      return answered(asked, {
        lines: [asked.words.line.puk({ puk })],
        buttons: [nextButton('sim_replace', asked.words.buttons.newSim), personButton(asked.words)],
        slots: { [NO_CODE_NEEDED]: 'yes' },
      });
    },
  });

/** What comes of wrong tries is no secret and needs no second code. */
export const pukUnlock = (ports: SkillPorts): Skill => {
  const skill = lookedUp(ports);
  return {
    ...skill,
    async run(request) {
      if (request.slots[NO_CODE_NEEDED] !== 'yes' || !asksOfWrongCode(request.text)) return skill.run(request);
      const words = wordingFor(request.locale);
      return answered(request, { lines: [words.line.pukWrong], buttons: [nextButton('sim_replace', words.buttons.newSim), personButton(words)], slots: { ...request.slots } });
    },
  };
};
