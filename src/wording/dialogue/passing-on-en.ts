/** What announces that a person is fetched, as somebody is there to come or not yet. English. */
import type { PassingOnWording } from './passing-on-zh-cn.js';

const NOBODY_YET = 'No agent is online yet; you will be served in turn as soon as one is.';
const FRAUD = 'Three things first: send no more money, tell nobody any code, and have your bank freeze the account now; if money is gone, call the police.';
const IN_DANGER = 'I am worried to hear how hard this is for you. Please keep yourself safe first: if you are in danger call 110 or 120 now, and ask someone you trust to be with you.';

export const passingOnEn: PassingOnWording = {
  asked: {
    now: 'Of course, I am connecting you to a person. You will not have to repeat anything, and you can keep asking me while you wait.',
    later: `Of course, you are in line for a person and will not have to repeat anything. ${NOBODY_YET} You can keep asking me while you wait.`,
    alone: '',
  },
  lifeInDanger: {
    now: `${IN_DANGER} I am bringing a real person to talk with you.`,
    later: `${IN_DANGER} You are in line, with priority, for a real person to talk with. No colleague is online yet, so please do not only wait here.`,
    alone: IN_DANGER,
  },
  fraud: {
    now: `${FRAUD} I am connecting you to our security team with priority.`,
    later: `${FRAUD} You are in line for our security team, with priority. None of them is online yet; you come first as soon as one is.`,
    alone: FRAUD,
  },
  complaint: {
    now: 'I am sorry you had to go through this. I am connecting you to the complaints team, and everything you said goes with you.',
    later: `I am sorry you had to go through this. You are in line for the complaints team, and everything you said goes with you. ${NOBODY_YET}`,
    alone: '',
  },
  leaving: {
    now: 'I am sorry to hear you want to leave. It is your decision; a colleague will explain the steps and note what went wrong. I am connecting you now.',
    later: `I am sorry to hear you want to leave. It is your decision; you are in line for a colleague who will explain the steps and note what went wrong. ${NOBODY_YET}`,
    alone: '',
  },
  enterprise: {
    now: 'Company services have their own team; I am connecting you now.',
    later: `Company services have their own team; you are in line for them. ${NOBODY_YET}`,
    alone: '',
  },
  general: (topic) => ({
    now: `"${topic}" needs one of my human colleagues; I am connecting you now. You can keep asking me while you wait.`,
    later: `"${topic}" needs one of my human colleagues; you are in line for one. ${NOBODY_YET} You can keep asking me while you wait.`,
    alone: '',
  }),
  gathered: (facts) => ({
    now: `All noted: ${facts}. I am connecting you to a person who will check it; no need to repeat anything.`,
    later: `All noted: ${facts}. You are in line for a person who will check it; no need to repeat anything. ${NOBODY_YET}`,
    alone: '',
  }),
  noSkill: (topic) => ({
    now: `"${topic}" is handled by a person for now; I am connecting you.`,
    later: `"${topic}" is handled by a person for now; you are in line for one. ${NOBODY_YET}`,
    alone: '',
  }),
};
