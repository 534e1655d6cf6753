/** How refusals are put to people. English. */
import type { GatewayWording } from './zh-cn.js';

export const gateway: GatewayWording = {
  refusals: {
    'bad-request': 'The request does not fit; nothing was changed.',
    'bad-text': 'The message is empty or has characters that cannot be read. Please change it and send again.',
    'too-long': 'That is too long. Please send it in parts.',
    'bad-file': 'This kind of file is not taken. Images, PDF, Word, Excel and text files are.',
    'unknown-event': 'That is not supported.',
    unauthenticated: 'You are no longer signed in. Please sign in again.',
    forbidden: 'You may not do that.',
    'not-found': 'Not found.',
    'not-yours': 'That conversation is not yours.',
    'wrong-state': 'That cannot be done as things stand now.',
    gone: 'Too late: the conversation has moved on.',
    conflict: 'Somebody else changed this. Please reload and try again.',
    unverified: 'The customer has not signed in, so nothing can be done on the account.',
    'rate-limited': 'Too fast. Please wait a few seconds.',
    locked: 'Too many wrong tries. The account is locked for 15 minutes.',
    'no-capacity': 'You are at your limit. Please close a conversation first.',
    unavailable: 'The system does not answer right now. Please try again later.',
    'needs-version': 'Somebody else changed this. Read it first, and save with its version in If-Match.',
    'no-model': 'No language model is configured, so this is not available.',
    internal: 'Something went wrong and was recorded. Please try again later.',
  },
  signInFailed: 'The e-mail or the password is not right.',
  documents: { title: 'API documents', http: 'HTTP', sockets: 'Sockets' },
};
