/** The doors of outside channels in the OpenAPI document: Bot Framework, Direct Line and WeChat, each with what lets somebody in. */
import { z } from 'zod';
import { incomingActivity } from './bot-framework.js';
import { directLineActivity, directLineOpening } from './direct-line.js';
import { inQuery, operation, pathId } from './openapi-parts.js';
import type { Json } from './openapi-parts.js';

export const doorSchemes: Json = {
  botFramework: { type: 'http', scheme: 'bearer', description: 'A token of the Bot Framework, as its channels send it' },
  directLine: { type: 'http', scheme: 'bearer', description: 'The secret (DIRECT_LINE_SECRET), or a token for one conversation' },
  wechat: { type: 'apiKey', in: 'query', name: 'signature', description: 'SHA-1 over the agreed word, timestamp and nonce' },
  wechatKf: { type: 'apiKey', in: 'query', name: 'msg_signature', description: 'SHA-1 over the agreed word, timestamp, nonce and what is sealed' },
};

const activities = z.object({ activities: z.array(z.looseObject({ type: z.string(), id: z.string() })), watermark: z.string() });
const token = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() });
const stream = token.extend({ streamUrl: z.url() });
const said = z.object({ id: z.string() });
const UPLOAD: Json = { type: 'object', required: ['file'], properties: { activity: { type: 'string', description: 'an Activity as JSON' }, file: { type: 'array', maxItems: 5, items: { type: 'string', format: 'binary' } } } };
const XML: Json = { required: true, content: { 'text/xml': { schema: { type: 'string' } } } };
const TEXT: Json = { '200': { description: 'Plain text', content: { 'text/plain': { schema: { type: 'string' } } } } };

/** Whoever comes by a door shows what that door asks for, and nothing else. */
function by(scheme: string, one: Json): Json {
  return { ...one, security: [{ [scheme]: [] }] };
}

function pushed(scheme: string, summaries: { readonly check: string; readonly push: string }): Json {
  const names = ['timestamp', 'nonce'];
  const of = (summary: string, parameters: Json[]): Json => {
    const one = operation(summary, { parameters });
    return by(scheme, { ...one, responses: { ...(one['responses'] as Json), ...TEXT } });
  };
  return {
    get: of(summaries.check, [...names, 'echostr'].map(inQuery)),
    post: { ...of(summaries.push, [...names, ...(scheme === 'wechat' ? ['encrypt_type', 'msg_signature'] : [])].map(inQuery)), requestBody: XML },
  };
}

export function doorPaths(): Json {
  const at = '/v3/directline';
  const one = `${at}/conversations/{id}`;
  const direct = (summary: string, parts: Parameters<typeof operation>[1]): Json => by('directLine', operation(summary, parts));
  return {
    '/api/messages': { post: by('botFramework', operation('An Activity of a channel of the Bot Framework; answered once it is stored', { request: incomingActivity })) },
    [`${at}/tokens/generate`]: { post: direct('A token for one new conversation', { request: directLineOpening, response: token }) },
    [`${at}/tokens/refresh`]: { post: direct('A new token for the same conversation', { response: token }) },
    [`${at}/conversations`]: { post: direct('Begin, or with a token go on with, a conversation', { request: directLineOpening, response: stream }) },
    [one]: { get: direct('Go on with a stream that broke', { response: stream, parameters: [pathId, inQuery('watermark')] }) },
    [`${one}/activities`]: {
      get: direct('What was said after the watermark, at most 200', { response: activities, parameters: [pathId, inQuery('watermark')] }),
      post: direct('Say something; answered once it is stored', { request: directLineActivity, response: said, parameters: [pathId] }),
    },
    [`${one}/upload`]: { post: { ...direct('Send up to five files', { response: said, parameters: [pathId] }), requestBody: { required: true, content: { 'multipart/form-data': { schema: UPLOAD } } } } },
    [`${one}/stream`]: { get: { ...operation('WebSocket: what is said, as it is said', { isOpen: true, parameters: [pathId, inQuery('t'), inQuery('watermark')] }), responses: { '101': { description: 'The stream begins' } } } },
    '/channels/wechat': pushed('wechat', { check: 'The Official Account’s check of the address', push: 'A push of the Official Account, plain, compatible or sealed' }),
    '/channels/wechat-kf': pushed('wechatKf', { check: 'The check of the address by WeChat Customer Service', push: 'There is something to be fetched from WeChat Customer Service; sealed' }),
  };
}
