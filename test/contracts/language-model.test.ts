/** The language model's promises, held over real HTTP by a scripted endpoint that can do everything wrong. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OpenAiLanguageModel } from '../../src/adapters/openai/openai-language-model.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import type { CompletionRequest, FormRequest } from '../../src/ports/language-model.js';
import { startModelServer } from '../support/model-server.js';
import type { ModelMode, ModelServer } from '../support/model-server.js';

const ASKED: CompletionRequest = {
  errand: { purpose: 'answer', conversationId: 'c' },
  system: 'Answer.\n<passage id="1" title="Roaming">Roaming is off at first. It is opened at the counter.</passage>',
  messages: [{ role: 'user', content: 'How do I open roaming?' }],
  maxTokens: 200,
};
const FORM: FormRequest<string> = {
  ...ASKED,
  form: {
    name: 'choice',
    schema: { type: 'object', properties: { choice: { type: 'string', enum: ['bill', 'plan'] } }, required: ['choice'], additionalProperties: false },
    read: (value) => {
      const { choice } = value as { choice?: unknown };
      return choice === 'bill' || choice === 'plan' ? choice : null;
    },
  },
};

describe('a language model behind a compatible endpoint', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    Object.assign(server, { mode: 'good', answer: null, filled: null, isByteByByte: false, knows: ['json_schema', 'tools'], pieceMs: 0 });
    server.requests.length = 0;
    server.authorizations.length = 0;
  });
  /** Short where it is to be too slow, and as long as a busy machine may need where it is not. */
  const limitsFor = (mode: ModelMode) => ({ first: mode === 'slow-start' ? 400 : 20_000, end: ['slow-start', 'slow-end', 'endless'].includes(mode) ? 900 : 30_000 });
  const open = (limits = limitsFor('good')) => new OpenAiLanguageModel({ apiKey: 'k', baseUrl: server.url, model: 'm', countsStream: true, limits }, new SystemClock());

  it('streams an answer in pieces that make up the whole, and counts its tokens', async () => {
    const pieces: string[] = [];
    const { text, tokens } = await open().complete(ASKED, (piece) => pieces.push(piece));
    expect(text).toBe('Roaming is off at first. [1] It is opened at the counter. [1]');
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(3);
    expect(tokens).toEqual({ input: 40, output: 20 });
    expect(server.authorizations).toEqual(['Bearer k']);
  });

  it.each<[ModelMode, string]>([
    ['slow-start', 'slow-start'],
    ['slow-end', 'slow-end'],
    ['429', 'busy'],
    ['500', 'server'],
    ['cut', 'cut'],
    ['garbage', 'garbage'],
    ['endless', 'slow-end'],
    ['empty', 'empty'],
  ])('rejects an answer that is %s, and asks no second time', async (mode, kind) => {
    server.mode = mode;
    await expect(open(limitsFor(mode)).complete(ASKED)).rejects.toMatchObject({ code: 'unavailable', kind });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[ModelMode, string]>([
    ['slow-start', 'slow-end'],
    ['slow-end', 'slow-end'],
    ['429', 'busy'],
    ['500', 'server'],
    ['cut', 'cut'],
    ['garbage', 'garbage'],
    ['wrong-schema', 'schema'],
  ])('rejects a form that is %s, and asks no second time', async (mode, kind) => {
    server.mode = mode;
    await expect(open(limitsFor(mode)).fill(FORM)).rejects.toMatchObject({ code: 'unavailable', kind });
    expect(server.requests).toHaveLength(1);
  });

  it('says what a failed answer had cost', async () => {
    for (const mode of ['endless', 'slow-start'] as const) {
      server.mode = mode;
      const failed = await open(limitsFor(mode)).complete(ASKED).catch((error: unknown) => error as { spent: { input: number; output: number } | null });
      expect([mode, (failed as { spent: { input: number } | null }).spent?.input ?? 0]).toEqual([mode, expect.any(Number)]);
      expect((failed as { spent: { input: number } | null }).spent?.input).toBeGreaterThan(10);
    }
  });

  it('stops whoever writes far more than was allowed', async () => {
    server.answer = 'x'.repeat(10_000);
    await expect(open().complete({ ...ASKED, maxTokens: 20 })).rejects.toMatchObject({ kind: 'endless' });
  });

  it('never takes half an answer for a whole one when it is no longer wanted', async () => {
    Object.assign(server, { pieceMs: 5, isByteByByte: true });
    const stop = new AbortController();
    const answer = open().complete({ ...ASKED, signal: stop.signal }, () => stop.abort());
    await expect(answer).rejects.toMatchObject({ kind: 'stopped' });
  });

  it.each<ModelMode>(['strict', 'sloppy'])('is served by a %s endpoint', async (mode) => {
    server.mode = mode;
    const model = open();
    expect((await model.complete(ASKED)).text).toContain('[1]');
    const again = server.requests.length;
    const { tokens } = await model.complete(ASKED);
    // What the endpoint refused once is not asked for again.
    expect(server.requests).toHaveLength(again + 1);
    expect(tokens.input).toBeGreaterThan(10);
    expect((await model.fill(FORM)).value).toBe('bill');
  });

  it.each([[['json_schema', 'tools']], [['tools']], [[]]] as ModelServer['knows'][][])('fills a form on an endpoint that knows %j', async (knows) => {
    Object.assign(server, { knows, filled: { choice: 'plan' } });
    const model = open();
    expect((await model.fill(FORM)).value).toBe('plan');
    const asked = server.requests.length;
    expect((await model.fill(FORM)).value).toBe('plan');
    expect(server.requests).toHaveLength(asked + 1);
  });

  it('does not follow an endpoint that sends it elsewhere', async () => {
    const away = createServer((_request, response) => void response.writeHead(307, { location: `${server.url}/chat/completions` }).end());
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as { port: number };
    const model = new OpenAiLanguageModel({ apiKey: 'k', baseUrl: `http://127.0.0.1:${port}/v1`, model: 'm', countsStream: true }, new SystemClock());
    await expect(model.complete(ASKED)).rejects.toMatchObject({ code: 'unavailable' });
    expect(server.requests).toHaveLength(0);
    await new Promise((resolve) => void away.close(resolve));
  });
});
