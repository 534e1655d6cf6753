/** A scripted model behind an OpenAI-compatible endpoint over real HTTP: streams, tools, structured output, and every way to go wrong. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { echoed, fitting, goodAnswer, obedientCalls, toolResults } from './model-answers.js';
import type { ChatRequest, Said, ToolCall } from './model-answers.js';

export type ModelMode =
  | 'good'
  | 'slow-start'
  | 'slow-end'
  | '429'
  | '500'
  | 'cut'
  | 'garbage'
  | 'wrong-schema'
  | 'endless'
  | 'empty'
  | 'strict'
  | 'sloppy'
  | 'echo'
  | 'obedient'
  | 'traitor';

export interface ModelServer {
  readonly url: string;
  readonly requests: ChatRequest[];
  readonly authorizations: (string | undefined)[];
  mode: ModelMode;
  /** What it says instead of its own answer; byte by byte when `isByteByByte`. */
  answer: string | ((request: ChatRequest) => string) | null;
  /** Tools it calls before it answers. */
  calls: readonly ToolCall[] | ((request: ChatRequest) => readonly ToolCall[]);
  /** What it fills a schema with; null for the first value that fits. */
  filled: unknown;
  isByteByByte: boolean;
  /** Which forms of structured output the endpoint knows; a form it does not know is refused with 400. */
  knows: readonly ('json_schema' | 'tools')[];
  /** Between two pieces of a stream. */
  pieceMs: number;
  close(): Promise<void>;
}

const KNOWN_FIELDS = new Set(['model', 'messages', 'stream', 'max_tokens', 'temperature', 'tools', 'tool_choice', 'response_format']);
const USAGE = { prompt_tokens: 40, completion_tokens: 20, total_tokens: 60 };
/** Longer than any limit of the product. */
const NEVER_MS = 60_000;

export async function startModelServer(mode: ModelMode = 'good'): Promise<ModelServer> {
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, response: ServerResponse, task: () => void): void => {
    const timer = setTimeout(() => (timers.delete(timer), !response.destroyed && task()), ms);
    timers.add(timer);
  };
  const http = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => serve(server, { request, response, body, later }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: ModelServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    requests: [],
    authorizations: [],
    mode,
    answer: null,
    calls: [],
    filled: null,
    isByteByByte: false,
    knows: ['json_schema', 'tools'],
    pieceMs: 0,
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      http.closeAllConnections();
      return new Promise((resolve) => void http.close(() => resolve()));
    },
  };
  return server;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  readonly later: (ms: number, response: ServerResponse, task: () => void) => void;
}

function serve(server: ModelServer, exchange: Exchange): void {
  const { request, response, body } = exchange;
  const asked = JSON.parse(body === '' ? '{}' : body) as ChatRequest & { input?: string | string[] };
  if (request.url?.endsWith('/embeddings')) {
    const texts = Array.isArray(asked.input) ? asked.input : [asked.input ?? ''];
    return json(response, 200, { object: 'list', model: asked.model, data: texts.map((text, index) => ({ object: 'embedding', index, embedding: hashed(text) })) });
  }
  server.requests.push(asked);
  server.authorizations.push(request.headers.authorization);
  if (server.mode === '429') return json(response, 429, { error: { message: 'too many requests' } });
  if (server.mode === '500') return json(response, 500, { error: { message: 'internal' } });
  if (server.mode === 'slow-start') return exchange.later(NEVER_MS, response, () => response.end());
  const complaint = complaintAbout(server, asked);
  if (complaint !== null) return json(response, 400, { error: { message: complaint, type: 'invalid_request_error' } });
  const said = sayingOf(server, asked);
  if (asked.stream === true) stream(server, exchange, said);
  else whole(server, exchange, said);
}

function complaintAbout(server: ModelServer, asked: ChatRequest): string | null {
  if (asked.response_format?.type === 'json_schema' && !server.knows.includes('json_schema')) return 'response_format json_schema is not supported';
  if (asked.tools && !server.knows.includes('tools')) return 'tools are not supported';
  if (server.mode !== 'strict') return null;
  const unknown = Object.keys(asked).filter((field) => !KNOWN_FIELDS.has(field));
  if (unknown.length > 0) return `unknown fields: ${unknown.join(', ')}`;
  if (asked.messages.some(({ name }) => name !== undefined)) return 'messages may not have a name';
  if (asked.messages.some(({ content }) => Array.isArray(content))) return 'content must be a string';
  return null;
}

function sayingOf(server: ModelServer, asked: ChatRequest): Said {
  const form = formOf(asked);
  if (form) {
    const value = server.mode === 'wrong-schema' ? { nonsense: [1, 2] } : (server.filled ?? fitting(form.schema));
    return form.tool === null ? { text: wrapped(server, value), calls: [] } : { text: '', calls: [{ name: form.tool, args: value }] };
  }
  const isAnswered = toolResults(asked).length > 0;
  const calls = typeof server.calls === 'function' ? server.calls(asked) : server.calls;
  if (!isAnswered && server.mode === 'obedient' && asked.tools) return { text: '', calls: obedientCalls(asked) };
  if (!isAnswered && asked.tools && calls.length > 0) return { text: '', calls };
  const own = typeof server.answer === 'function' ? server.answer(asked) : server.answer;
  return { text: own ?? (server.mode === 'echo' || server.mode === 'obedient' ? echoed(asked) : goodAnswer(asked)), calls: [] };
}

const wrapped = ({ mode }: ModelServer, value: unknown): string => (mode === 'sloppy' ? `Sure:\n\`\`\`json\n${JSON.stringify(value)}\n\`\`\`` : JSON.stringify(value));

/** What is to be filled in, in whichever of the three forms it is asked for. */
function formOf({ response_format: format, tools, tool_choice: choice, messages }: ChatRequest): { schema: unknown; tool: string | null } | null {
  if (format?.json_schema) return { schema: format.json_schema.schema, tool: null };
  const forced = typeof choice === 'object' ? (choice as { function?: { name?: string } } | null)?.function?.name : undefined;
  const tool = tools?.find(({ function: { name } }) => name === forced)?.function;
  if (tool) return { schema: tool.parameters, tool: tool.name };
  const written = /JSON Schema:\s*(\{.*\})/s.exec(messages.map(({ content }) => String(content)).join('\n'))?.[1];
  return written === undefined ? null : { schema: JSON.parse(written), tool: null };
}

function whole(server: ModelServer, { response, later }: Exchange, said: Said): void {
  const { mode } = server;
  if (mode === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>502 bad gateway</html>');
  if (mode === 'cut') return void response.writeHead(200, { 'content-type': 'application/json', 'content-length': 4000 }).write('{"choices":[{"mess', () => response.destroy());
  if (mode === 'slow-end' || mode === 'endless') return later(NEVER_MS, response, () => response.end());
  const text = mode === 'empty' ? '' : said.text;
  const calls = callsOf(server, said);
  const message = { role: 'assistant', content: calls.length > 0 ? null : text, ...(calls.length > 0 ? { tool_calls: calls } : {}) };
  const choices = [{ index: 0, message, finish_reason: calls.length > 0 ? 'tool_calls' : 'stop' }];
  json(response, 200, mode === 'sloppy' ? { choices } : { id: 'c1', object: 'chat.completion', created: 1, model: 'm', choices, usage: USAGE });
}

function callsOf({ mode }: ModelServer, { calls }: Said): readonly object[] {
  return calls.map(({ name, args }, index) => {
    const written = JSON.stringify(args);
    if (mode === 'sloppy') return { index, type: 'function', function: { name, arguments: index % 2 === 0 ? args : `\`\`\`json\n${written}\n\`\`\`` } };
    return { index, id: `call_${index}`, type: 'function', function: { name, arguments: written } };
  });
}

function piecesOf({ isByteByByte, mode }: ModelServer, text: string): readonly string[] {
  if (mode === 'empty') return [];
  return isByteByByte ? [...text] : (text.match(/[\s\S]{1,9}/gu) ?? []);
}

function stream(server: ModelServer, { request, response, later }: Exchange, said: Said): void {
  const { mode } = server;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  request.socket.setNoDelay(true);
  const frame = (delta: object, finish: string | null = null) => ({
    ...(mode === 'sloppy' ? {} : { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm' }),
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const calls = callsOf(server, said);
  const frames: object[] = [frame({ role: 'assistant', content: mode === 'sloppy' ? null : '' })];
  if (calls.length > 0) frames.push(frame({ tool_calls: calls }));
  else frames.push(...piecesOf(server, said.text).map((piece) => frame({ content: piece })));
  const cutAt = mode === 'cut' || mode === 'slow-end' || mode === 'garbage' ? Math.max(2, Math.ceil(frames.length / 2)) : Infinity;
  frames.push(frame({}, calls.length > 0 ? 'tool_calls' : 'stop'));
  if (mode !== 'sloppy') frames.push({ ...frame({}), choices: [], usage: USAGE });
  const send = (at: number): void => {
    if (response.destroyed) return;
    if (at >= cutAt) {
      if (mode === 'cut') response.destroy();
      else if (mode === 'garbage') response.end('data: {"choices": [ {{{ \n\ndata: [DONE]\n\n');
      else later(NEVER_MS, response, () => response.end());
      return;
    }
    const next = mode === 'endless' && at >= frames.length - 2 ? frame({ content: '……' }) : frames[at];
    if (next === undefined) return void response.end('data: [DONE]\n\n');
    response.write(`data: ${JSON.stringify(next)}\n\n`);
    const wait = mode === 'endless' ? 20 : server.pieceMs;
    if (wait > 0) later(wait, response, () => send(at + 1));
    else setImmediate(() => send(at + 1));
  };
  send(0);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Texts that share characters point alike. */
function hashed(text: string): number[] {
  const vector = Array.from({ length: 64 }, () => 0.001);
  for (const character of text.toLowerCase()) {
    const at = (character.codePointAt(0) ?? 0) % 64;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}
