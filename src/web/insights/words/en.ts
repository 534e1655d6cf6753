/** Every word of the insights in English. */
import { figures } from './figures-en.js';
import { findings } from './findings-en.js';
import { notices } from './notices-en.js';
import type { Words } from './zh-cn.js';

export const en: Words = {
  name: 'Jiebang insights',
  loading: 'Loading…',
  signIn: {
    title: 'Sign in to the insights',
    lead: 'How the service is doing, what we could not answer yet, and what is behind the trouble.',
    email: 'Work email',
    password: 'Password',
    submit: 'Sign in',
    language: 'Language',
    wrong: 'Email or password is not right',
    lost: 'Your session has ended; please sign in again.',
    forbidden: 'This account may not see the insights; please sign in with another',
    operator: 'Jiebang Telecom',
  },
  nav: {
    label: 'Main',
    skip: 'Skip to the content',
    figures: 'Figures',
    gaps: 'Gaps',
    causes: 'Root causes',
    notices: 'Outage notices',
    light: 'Light',
    dark: 'Dark',
    otherLanguage: '中文',
    signOut: 'Sign out',
  },
  units: { seconds: 's', minutes: 'min' },
  figures,
  findings,
  notices,
  errors: {
    offline: 'The server cannot be reached; check the network and try again',
    unauthenticated: 'Your session has ended',
    locked: 'Too many wrong passwords: the account is locked for 15 minutes',
    'rate-limited': 'Too fast; wait a moment',
    forbidden: 'You may not do that',
    'not-found': 'There is no such entry; somebody may have dealt with it',
    conflict: 'Somebody changed it just now; have another look',
    'wrong-state': 'Not possible now',
    gone: 'Too late: it has moved on',
    'bad-request': 'That was not accepted; check what was entered',
    'too-long': 'That is too long',
    unavailable: 'The service is not available right now',
    internal: 'Something went wrong on the server; try again later',
  },
};
