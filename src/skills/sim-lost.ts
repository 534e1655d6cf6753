/** Blocks a lost line at once, or unblocks a found one: shown first, done only on a tap. */
import type { PreparedChange } from '../domain/account.js';
import { isRefusal } from '../domain/errors.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { changeGone, refused } from './refusals.js';
import type { Skill, SkillAnswer } from './skill.js';
import { wantsUndo } from './taking-back.js';

/** 「没找到」, 「找到了再解挂」, "until I have found it": still away. */
const STILL_AWAY =
  /(?:没有?|未)(?:再|能|办?法|被)*(?:找|寻)(?:到|回)|(?:无法|不能|不可能)(?:找|寻)(?:到|回)|(?:等|直到|如果|要是|万一)[^,，。]{0,6}(?:找|寻)(?:到|回)(?:[^,，。]{0,4}再[^,，。]{0,8})?|(?:找|寻)(?:到|回)来?(?:之?前|以前|为止)|(?:找|寻)(?:到|回)来?了?(?:以后|之后|后)?再[^,，。]{0,8}|(?:\b(?:not|never|cannot|nowhere)|n['’]?t)\b[^.,;!?]{0,16}\bfound\b|\b(?:until|till|before|unless|once|whoever)\b[^.,;!?]{0,24}\b(?:found|got it back)\b/giu;
const FOUND = /解挂|解掛|找到|找回|寻回|恢复|\bfound\b|unblo\w*k|un-?suspend|restore|got it back/iu;

function showSuspend(asked: Asked, change: PreparedChange): SkillAnswer {
  const { line } = asked.words;
  return confirms(asked, {
    change,
    title: line.suspendTitle,
    ask: line.suspendAsk({ msisdn: asked.msisdn }),
    rows: [
      { name: line.suspendRow.number, value: asked.msisdn },
      { name: line.suspendRow.effect, value: line.suspendEffect },
    ],
    terms: { fee: line.suspendFee, starts: line.suspendWhen, binds: line.suspendBinds },
    undo: line.suspendUndo,
  });
}

function showResume(asked: Asked, change: PreparedChange): SkillAnswer {
  const { line } = asked.words;
  return confirms(asked, {
    change,
    title: line.resumeTitle,
    ask: line.resumeAsk({ msisdn: asked.msisdn }),
    rows: [
      { name: line.suspendRow.number, value: asked.msisdn },
      { name: line.suspendRow.effect, value: line.resumeEffect },
    ],
    terms: { fee: line.resumeFee, starts: line.suspendWhen, binds: line.resumeBinds },
    undo: line.resumeUndo,
  });
}

function told(asked: Asked, text: string): SkillAnswer {
  return answered(asked, { lines: [text], buttons: [nextButton('store_locator', asked.words.buttons.stores), personButton(asked.words)] });
}

export const simLost = ({ businessSystem, orders }: SkillPorts): Skill =>
  accountSkill({
    id: 'sim-lost',
    async run(asked) {
      const { line } = asked.words;
      const saysFound = FOUND.test(asked.text.normalize('NFKC').replace(STILL_AWAY, ''));
      const { status } = await businessSystem.profile(asked.msisdn);
      const wantsBack = wantsUndo(asked.slots) ? status === 'lost-suspended' : saysFound || asked.slots['line'] === 'resume';
      if (wantsBack && status !== 'lost-suspended') return told(asked, line.notLost);
      if (!wantsBack && status === 'lost-suspended') {
        const resume = nextButton('sim_lost', asked.words.buttons.restore, 'line=resume');
        return answered(asked, { lines: [line.alreadyLost], buttons: [resume, nextButton('store_locator', asked.words.buttons.stores), personButton(asked.words)] });
      }
      const prepared = await orders.prepare(asked.msisdn, wantsBack ? 'resume' : 'suspend-lost', asked.msisdn);
      if (isRefusal(prepared)) return refused(asked, prepared);
      return wantsBack ? showResume(asked, prepared) : showSuspend(asked, prepared);
    },
    async commit(asked, change: PreparedChange) {
      const done = await orders.commit(asked.msisdn, change, asked.orderKey);
      if (isRefusal(done)) return changeGone(asked);
      const { line } = asked.words;
      return told(asked, change.kind === 'resume' ? line.resumeDone(done) : line.suspendDone(done));
    },
  });
