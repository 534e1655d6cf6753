/** The OpenAPI and AsyncAPI documents, made from the very schemas that requests are checked with. */
import { z } from 'zod';
import { cannedReplyChange, cannedReplyList } from './canned.js';
import { caseApproval, caseConfirm, caseNote, caseOpening, casePromiseKeep, caseRefund, caseSolve, caseToHandler, caseToStage, deskCases, deskCaseWhole, oneDeskCase, oneOwnCase, onePromise, ownCases, promiseKeep, promisesBeside } from './cases.js';
import { chatEvents, chatHandshake, chatRequests } from './chat.js';
import { DESK_OVER_HTTP, deskEvents, deskHandshake, deskRequests, lineNow } from './desk.js';
import { doorPaths, doorSchemes } from './door-paths.js';
import { grouped } from './openapi-groups.js';
import { inQuery, operation, pathId, schema } from './openapi-parts.js';
import type { Json } from './openapi-parts.js';
import { exportQuery, imported, importPreview, importQuery } from './exchange.js';
import { followUpHand, followUpList, followUpNote, followUpQuery, oneFollowUp } from './follow-ups.js';
import { changesQuery, contentEntry, draftArticleRequest, draftedArticle, editingAt, editorsAtWork, intentsTogether, phraseVariants, pictureList, pictureTaken, plannedList, plannedPublication, planList, publishedRevision, publishRequest, restoreRequest, revisionNote, tryRequest, variantsRequest } from './studio.js';
import { articleQuery, attachmentLink, auditEntries, demoTokenRequest, lineFigures, loginRequest, parsedText, parseRequest, uploadedAttachment } from './http.js';
import { findingAnswer, findingArticle, findingDecision, findingFix, findingMove, findingPhrases, findingsAnswer, findingsQuery, findingTold, findingWhole, fixChoicesAnswer } from './findings.js';
import { figuresAnswer, figuresQuery } from './insights.js';
import { noticeAnswer, noticeChange, noticeEnd, noticesAnswer, noticeStart } from './notices.js';
import { placesAnswer, placesQuery } from './places.js';
import { endedSessions, passwordChoice, passwordLink, staffAccountList, staffProfile, staffSessionList } from './staff.js';
import { deliveryList, issuedKey, keyList, keyWish, madeWebhook, webhookList, webhookWish } from './neighbours.js';
import { settingsCatalogue, settingsChange, settingSchemas, settingsSection, settingsSectionWithHistory } from './settings.js';

const pathSession: Json = { name: 'session', in: 'path', required: true, schema: { type: 'string' } };
const UPLOAD: Json = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, conversationId: { type: 'string', description: 'for staff' } } };
const pathSection = { name: 'section', in: 'path', required: true, schema: { type: 'string', enum: Object.keys(settingSchemas) } };
const msisdn = { name: 'msisdn', in: 'path', required: true, schema: { type: 'string' } };

const FILE: Json = { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };

function contentPaths(): Json {
  const fileName = { name: 'name', in: 'query', required: true, schema: schema(importQuery.shape.name) };
  const entry = (name: string) => ({
    get: operation(`${name} of the draft, as in its file, with its version`, { parameters: [pathId], response: contentEntry }),
    put: operation(`Add or change ${name} of the draft; If-Match holds the version that was read`, { parameters: [pathId], request: contentEntry, response: contentEntry }),
    delete: operation(`Take ${name} out of the draft`, { parameters: [pathId] }),
  });
  const query = (name: keyof typeof changesQuery.shape): Json => ({ name, in: 'query', schema: schema(changesQuery.shape[name]) });
  return {
    '/api/content/intents': {
      get: operation('Every intent of the draft', {}),
      put: operation('Change several at once, all or none', { request: intentsTogether, response: intentsTogether }),
    },
    '/api/content/intents/{id}': entry('An intent'),
    '/api/content/articles': { get: operation('Every article of the draft', {}) },
    '/api/content/articles/{id}': entry('An article'),
    '/api/content/images': {
      get: operation('The pictures that articles may show, newest first', { response: pictureList }),
      post: operation('Upload a picture: the body is the file, PNG, JPEG, GIF or WebP, up to 5 MB', { parameters: [{ name: 'name', in: 'query', required: true, schema: { type: 'string' } }], response: pictureTaken }),
    },
    '/api/content/variables': {
      get: operation('Words that stand in many texts, and the texts that stand on each', {}),
      put: operation('Change them all; If-Match holds the version that was read', { request: contentEntry }),
    },
    '/api/content/plans': { get: operation('The plans that texts may be for, with their names; none while the business system is away', { response: planList }) },
    '/api/content/passages': { post: operation('An article, saved or not, in the passages the chat would quote', { request: contentEntry }) },
    '/api/content/check': { post: operation('What is wrong or doubtful in the draft, and what it would answer differently', {}) },
    '/api/content/import/preview': { post: { ...operation('What a file would bring to the draft, row by row; changes nothing', { parameters: [fileName], response: importPreview }), requestBody: FILE } },
    '/api/content/import': { post: { ...operation('Take chosen rows of a file, or all of them, into the draft: all or nothing', { parameters: [fileName, { name: 'rows', in: 'query', schema: schema(importQuery.shape.rows) }, { name: 'seen', in: 'query', schema: schema(importQuery.shape.seen) }], response: imported }), requestBody: FILE } },
    '/api/content/export': { get: operation('The draft as a file', { parameters: [{ name: 'format', in: 'query', required: true, schema: schema(exportQuery.shape.format) }] }) },
    '/api/content/changes': { get: operation('What the draft changes, or what lies between two revisions', { parameters: [query('from'), query('to')] }) },
    '/api/content/publish': { post: operation('Make the draft the revision in force; with a time, or where a second person agrees, a plan that waits', { request: publishRequest, response: z.union([publishedRevision, z.object({ planned: plannedPublication })]) }) },
    '/api/content/planned': { get: operation('Publications that wait, and what became of the last ones', { response: plannedList }) },
    '/api/content/planned/{id}/changes': { get: operation('What a publication that waits would change, as it was asked for', { parameters: [pathId] }) },
    '/api/content/planned/{id}/approve': { post: operation('Agree to what another editor asked to publish', { parameters: [pathId], response: z.object({ planned: plannedPublication }) }) },
    '/api/content/planned/{id}/cancel': { post: operation('Take back a publication that waits', { parameters: [pathId], response: z.object({ planned: plannedPublication }) }) },
    '/api/content/editing': { put: operation('Tell which text one is at, every few seconds, and hear who else is at which', { request: editingAt, response: editorsAtWork }) },
    '/api/content/status': { get: operation('How far a publication is', {}) },
    '/api/content/revisions': { get: operation('All revisions, newest first', {}) },
    '/api/content/revisions/{n}/restore': {
      post: operation('Make an older revision the one in force again', { parameters: [{ name: 'n', in: 'path', required: true, schema: { type: 'integer' } }], request: restoreRequest, response: revisionNote }),
    },
    '/api/content/variants': { post: operation('Other ways to say a phrase, by a language model; nothing is saved', { request: variantsRequest, response: phraseVariants }) },
    '/api/content/draft-article': { post: operation('An article drafted by a language model from resolved conversations or open questions; nothing is saved', { request: draftArticleRequest, response: draftedArticle }) },
    '/api/content/try': { post: operation('Play a conversation on the draft, and why it goes so', { request: tryRequest }) },
  };
}

/** The same address answers a subscriber with her own cases and staff with theirs. */
function casePaths(): Json {
  const act = (summary: string, request: z.ZodType) => ({ post: operation(summary, { request, response: oneDeskCase, parameters: [pathId] }) });
  const names = ['mine', 'owner', 'handler', 'due', 'kind', 'state', 'number', 'conversationId', 'limit'];
  return {
    '/api/cases': {
      get: operation('A subscriber’s own cases, or the desk’s', { response: z.union([ownCases, deskCases]), parameters: names.map(inQuery) }),
      post: operation('Staff open a case for whom they talk with', { request: caseOpening, response: oneDeskCase }),
    },
    '/api/cases/{id}': { get: operation('A case whole, with its promises and what the account shows as charged twice', { response: deskCaseWhole, parameters: [pathId] }) },
    '/api/cases/{id}/confirm': { post: operation('The subscriber says whether it is solved', { request: caseConfirm, response: oneOwnCase, parameters: [pathId] }) },
    '/api/cases/{id}/note': act('An inner note, or an answer to the subscriber', caseNote),
    '/api/cases/{id}/stage': act('Work has begun; or a supervisor ends a case that was never confirmed', caseToStage),
    '/api/cases/{id}/handler': act('Somebody else works on it', caseToHandler),
    '/api/cases/{id}/solve': act('Asks the subscriber whether it is solved', caseSolve),
    '/api/cases/{id}/refund': act('Gives a wrong charge back twice over', caseRefund),
    '/api/cases/{id}/approve': act('A second person decides on a refund', caseApproval),
    '/api/cases/{id}/promise-keep': act('A promise was kept', casePromiseKeep),
    '/api/promises': { get: operation('What was promised to whom one serves beside any case', { response: promisesBeside, parameters: [inQuery('conversationId')] }) },
    '/api/promises/{id}/keep': { post: operation('Such a promise was kept', { request: promiseKeep, response: onePromise, parameters: [pathId] }) },
  };
}

function followUpPaths(): Json {
  const act = (summary: string, request?: z.ZodType) => ({ post: operation(summary, { ...(request ? { request } : {}), response: oneFollowUp, parameters: [pathId] }) });
  const query = (name: keyof typeof followUpQuery.shape): Json => ({ name, in: 'query', schema: schema(followUpQuery.shape[name]) });
  return {
    '/api/follow-ups': { get: operation('Follow-ups of low ratings, newest first', { response: followUpList, parameters: [query('state'), query('limit')] }) },
    '/api/follow-ups/{id}/take': act('Take one on; of several who do, one gets it'),
    '/api/follow-ups/{id}/hand': act('Give it to another supervisor', followUpHand),
    '/api/follow-ups/{id}/note': act('Note what was done', followUpNote),
    '/api/follow-ups/{id}/done': act('End it, saying what came of it', followUpNote),
    '/api/follow-ups/{id}/reopen': act('It was not done after all', followUpNote),
  };
}

function neighbourPaths(): Json {
  return {
    '/api/keys': { get: operation('Keys of programs', { response: keyList }), post: operation('Make a key; it is told this once', { request: keyWish, response: issuedKey }) },
    '/api/keys/{id}': { delete: operation('Revoke a key', { parameters: [pathId] }) },
    '/api/webhooks': { get: operation('Where programs are told what', { response: webhookList }), post: operation('Tell another program; the secret that signs is told this once', { request: webhookWish, response: madeWebhook }) },
    '/api/webhooks/{id}': { put: operation('Change a webhook, or switch it off', { request: webhookWish, parameters: [pathId] }), delete: operation('Tell it no more, and forget what was told', { parameters: [pathId] }) },
    '/api/webhooks/{id}/deliveries': { get: operation('What was told last, and how it went', { response: deliveryList, parameters: [pathId] }) },
    '/api/webhooks/{id}/deliveries/{delivery}/replay': { post: operation('Tell it again', { parameters: [pathId, { name: 'delivery', in: 'path', required: true, schema: { type: 'string' } }] }) },
    '/api/desk/{event}': {
      post: operation('What the desk’s socket takes, with the same body and answer', {
        request: z.union(DESK_OVER_HTTP.map((event) => deskRequests[event])),
        parameters: [{ name: 'event', in: 'path', required: true, schema: { type: 'string', enum: [...DESK_OVER_HTTP] } }],
      }),
    },
  };
}

export function openApiDocument(version: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Jiebang HTTP API', version, description: 'Errors are application/problem+json with a code.' },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A staff token or the key of a program; for subscribers a resume or site token' }, ...doorSchemes } },
    ...grouped({
      '/healthz': { get: operation('200 while the process lives', { isOpen: true }) },
      '/readyz': { get: operation('200 only when it can serve', { isOpen: true }) },
      '/metrics': { get: operation('Prometheus text', { isOpen: true }) },
      '/api/staff/login': { post: operation('Sign staff in', { request: loginRequest, isOpen: true }) },
      '/api/staff/oidc/start': { get: operation('To the operator’s provider, where one is set', { isOpen: true, parameters: [inQuery('to')] }) },
      '/api/staff/oidc/callback': { get: operation('Back from the operator’s provider', { isOpen: true }) },
      '/api/staff/oidc/session': { post: operation('The session of who has just come back', { isOpen: true }) },
      '/api/staff/logout': { post: operation('End the session', {}) },
      '/api/staff': { get: operation('Every account of staff', { response: staffAccountList }), post: operation('Invite somebody', { request: staffProfile }) },
      '/api/staff/{id}': { put: operation('Change an account, or shut it', { request: staffProfile, parameters: [pathId] }) },
      '/api/staff/{id}/password-link': { post: operation('A link with which a password is chosen, once', { response: passwordLink, parameters: [pathId] }) },
      '/api/staff/{id}/sessions': { delete: operation('End every session of this person', { parameters: [pathId] }) },
      '/api/staff/{id}/sessions/{session}': { delete: operation('End one session of this person', { response: endedSessions, parameters: [pathId, pathSession] }) },
      '/api/staff/me/sessions': { get: operation('Where one is signed in', { response: staffSessionList }), delete: operation('End every other session of one’s own', { response: endedSessions }) },
      '/api/staff/me/sessions/{session}': { delete: operation('End one session of one’s own', { response: endedSessions, parameters: [pathSession] }) },
      '/api/staff/password': { post: operation('Choose a password with a link', { request: passwordChoice, isOpen: true }) },
      '/api/staff/me': { get: operation('Who the token belongs to', {}) },
      '/api/conversations/{id}/transcript': {
        get: operation('The transcript as text, json or html', {
          parameters: [pathId, { name: 'format', in: 'query', schema: { type: 'string', enum: ['text', 'json', 'html'] } }],
        }),
      },
      '/api/kb/{id}': {
        get: operation('One article of the revision in force', { isOpen: true, parameters: [pathId, { name: 'locale', in: 'query', schema: schema(articleQuery.shape.locale) }] }),
      },
      '/api/page-config': { get: operation('What the pages need to know of this server', { isOpen: true }) },
      ...contentPaths(),
      '/api/nlu/parse': { post: operation('What the router understands of a text', { request: parseRequest, response: parsedText }) },
      '/api/attachments': { post: { ...operation('Upload one file, up to 5 MB', { response: uploadedAttachment }), requestBody: { required: true, content: { 'multipart/form-data': { schema: UPLOAD } } } } },
      '/api/attachments/{id}/link': { get: operation('A link that opens the file for five minutes', { response: attachmentLink, parameters: [pathId] }) },
      '/api/attachments/{id}': { get: operation('The file, by the pass of its link', { isOpen: true, parameters: [pathId, inQuery('pass')] }) },
      '/api/privacy/copy/{id}': { get: operation('A copy of what is kept of a subscriber, by the link their page was given', { isOpen: true, parameters: [pathId, inQuery('pass'), inQuery('format')] }) },
      '/api/canned-replies': {
        get: operation('Replies kept ready: shared ones and one’s own', { response: cannedReplyList }),
        post: operation('Keep a reply ready', { request: cannedReplyChange }),
      },
      '/api/canned-replies/{id}': {
        put: operation('Change a ready reply', { request: cannedReplyChange, parameters: [pathId] }),
        delete: operation('Remove a ready reply', { parameters: [pathId] }),
      },
      ...casePaths(),
      ...followUpPaths(),
      ...neighbourPaths(),
      ...doorPaths(),
      '/api/audit': { get: operation('Sensitive acts of staff, newest first', { response: auditEntries, parameters: ['conversationId', 'staffId', 'act', 'before', 'beforeId', 'limit'].map(inQuery) }) },
      '/api/line': { get: operation('Who waits, in serving order, as agents see it; the first 200, with how many there are', { response: lineNow }) },
      '/api/line/figures': { get: operation('How handoffs ended in the last 30 days, and how many waits ended within the range shown first', { response: lineFigures }) },
      ...insightsPaths(),
      '/api/settings': { get: operation('Every section of the stored settings, with its schema and its words', { response: settingsCatalogue }) },
      '/api/settings/{section}': {
        get: operation('One section and every value it had', { parameters: [pathSection], response: settingsSectionWithHistory }),
        put: operation('Change one section, from the version it was read at', { parameters: [pathSection], request: settingsChange, response: settingsSection }),
      },
      '/demo/token': { post: operation('Demo only: a token as the operator’s site would sign it', { request: demoTokenRequest, isOpen: true }) },
      '/demo/sms/{msisdn}': { get: operation('Demo only: the last one-time code', { isOpen: true, parameters: [msisdn] }) },
      '/demo/accounts/{msisdn}': { get: operation('Demo only: the account as stored', { isOpen: true, parameters: [msisdn] }) },
    }),
  };
}

function insightsPaths(): Json {
  const range = (Object.keys(figuresQuery.shape) as (keyof typeof figuresQuery.shape)[]).map((name) => ({ name, in: 'query', schema: schema(figuresQuery.shape[name]) }));
  return {
    '/api/insights/figures': { get: operation('Figures of a range of days, with each day and the range before', { parameters: range, response: figuresAnswer }) },
    '/api/insights/figures.csv': { get: operation('The same as a file for spreadsheets', { parameters: range }) },
    '/api/places': { get: operation('Which of the names of places, between commas, are not known', { parameters: [{ name: 'names', in: 'query', required: true, schema: schema(placesQuery.shape.names) }], response: placesAnswer }) },
    '/api/insights/notices': {
      get: operation('Outage notices, running ones first, with whom each has reached', { response: noticesAnswer }),
      post: operation('Start an outage notice', { request: noticeStart, response: noticeAnswer }),
    },
    '/api/insights/notices/{id}': { put: operation('Change a running notice', { parameters: [pathId], request: noticeChange, response: noticeAnswer }) },
    '/api/insights/notices/{id}/end': { post: operation('End it, and tell those who were told if wished', { parameters: [pathId], request: noticeEnd, response: noticeAnswer }) },
    '/api/insights/findings': {
      get: operation('What we could not answer, or causes of complaints, faults and claims for money back, in groups', {
        parameters: (Object.keys(findingsQuery.shape) as (keyof typeof findingsQuery.shape)[]).map((name) => ({ name, in: 'query', schema: schema(findingsQuery.shape[name]) })),
        response: findingsAnswer,
      }),
    },
    '/api/insights/fix-choices': { get: operation('What may be linked to a group as its fix: articles, intents, outage notices, plans', { response: fixChoicesAnswer }) },
    '/api/insights/findings/{id}': { get: operation('One group with the words of each', { parameters: [pathId], response: findingWhole }) },
    '/api/insights/findings/{id}/decide': { post: operation('Decide a group', { parameters: [pathId], request: findingDecision, response: findingAnswer }) },
    '/api/insights/findings/{id}/fix': { post: operation('Note what was done about it', { parameters: [pathId], request: findingFix, response: findingAnswer }) },
    '/api/insights/findings/{id}/move': { post: operation('Put a wrong grouping right: items, or all, into another group or a new one', { parameters: [pathId], request: findingMove, response: findingAnswer }) },
    '/api/insights/findings/{id}/phrases': { post: operation('Add its phrases to an intent of the draft', { parameters: [pathId], request: findingPhrases }) },
    '/api/insights/findings/{id}/article': { post: operation('Begin an article of the draft for it', { parameters: [pathId], response: findingArticle }) },
    '/api/insights/findings/{id}/tell': { post: operation('Tell those who asked that there is an answer', { parameters: [pathId], response: findingTold }) },
  };
}

function channel(namespace: string, requests: { [name: string]: z.ZodType }, events: { [name: string]: z.ZodType }): Json {
  const messages: Json = {};
  for (const [name, type] of Object.entries(requests)) messages[`request.${name}`] = { name, title: `client → server: ${name}`, payload: schema(type) };
  for (const [name, type] of Object.entries(events)) messages[`event.${name}`] = { name, title: `server → client: ${name}`, payload: schema(type) };
  return { address: namespace, messages };
}

function operations(id: string, action: 'send' | 'receive', names: readonly string[]): Json {
  const prefix = action === 'receive' ? 'request' : 'event';
  return Object.fromEntries(
    names.map((name) => [`${id}.${prefix}.${name}`, { action, channel: { $ref: `#/channels/${id}` }, messages: [{ $ref: `#/channels/${id}/messages/${prefix}.${name}` }] }]),
  );
}

export function asyncApiDocument(version: string): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Jiebang sockets',
      version,
      description: 'Socket.IO namespaces. Every request is acknowledged { ok: true, … } or { ok: false, error: { code, message } }.',
    },
    channels: { chat: channel('/chat', chatRequests, chatEvents), desk: channel('/desk', deskRequests, deskEvents) },
    operations: {
      ...operations('chat', 'receive', Object.keys(chatRequests)),
      ...operations('chat', 'send', Object.keys(chatEvents)),
      ...operations('desk', 'receive', Object.keys(deskRequests)),
      ...operations('desk', 'send', Object.keys(deskEvents)),
    },
    components: { schemas: { chatHandshake: schema(chatHandshake), deskHandshake: schema(deskHandshake) } },
  };
}

/** Both documents as files, byte for byte the same wherever they are written. */
export function documentFiles(version: string): Readonly<Record<'openapi.json' | 'asyncapi.json', string>> {
  const text = (document: Json): string => `${JSON.stringify(document, null, 2)}\n`;
  return { 'openapi.json': text(openApiDocument(version)), 'asyncapi.json': text(asyncApiDocument(version)) };
}
