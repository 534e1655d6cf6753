/** The embeddings door, over real HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createOpenAiEmbeddings } from '../../../src/adapters/openai/openai-embeddings.js';
import { startEmbeddingServer } from '../../support/embedding-server.js';
import type { EmbeddingServer } from '../../support/embedding-server.js';

describe('embeddings from a compatible endpoint', () => {
  let server: EmbeddingServer;
  beforeAll(async () => {
    server = await startEmbeddingServer((text) => [text.length, 3, 0]);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.mode = 'good';
    server.asked.length = 0;
  });
  const open = () => createOpenAiEmbeddings({ apiKey: 'k', baseUrl: server.url, model: 'm' });

  it('asks for floats, in batches, and gives each text its own vector of length one', async () => {
    const texts = Array.from({ length: 150 }, (_, index) => 'x'.repeat((index % 7) + 1));
    const vectors = await open().embed(texts);
    expect(server.asked.map(({ texts: batch }) => batch.length)).toEqual([64, 64, 22]);
    expect(new Set(server.asked.map(({ format, model }) => `${format}/${model}`))).toEqual(new Set(['float/m']));
    for (const [index, vector] of vectors.entries()) {
      const length = texts[index]?.length ?? 0;
      expect(vector[0]).toBeCloseTo(length / Math.hypot(length, 3), 5);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  it('carries nobody’s words to where it is redirected', async () => {
    const away = createServer((_request, response) => void response.writeHead(307, { location: `${server.url}/embeddings` }).end());
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const embeddings = createOpenAiEmbeddings({ apiKey: 'k', baseUrl: `http://127.0.0.1:${(away.address() as AddressInfo).port}`, model: 'm' });
    await expect(embeddings.embed(['我的号码'])).rejects.toMatchObject({ code: 'unavailable' });
    expect(server.asked).toEqual([]);
    away.close();
  });

  it('refuses vectors of different lengths instead of reading with them', async () => {
    server.mode = 'ragged';
    await expect(open().embed(['a', 'b'])).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says that it is unavailable when the endpoint is', async () => {
    server.mode = 'down';
    await expect(open().embed(['a'])).rejects.toMatchObject({ code: 'unavailable' });
  });
});
