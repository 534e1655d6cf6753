/** A compatible embeddings endpoint over real HTTP: texts that mean the same point the same way, whatever their letters. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingServer {
  readonly url: string;
  readonly asked: { readonly model: string; readonly texts: readonly string[]; readonly format: string | undefined }[];
  /** `down` answers 503, `ragged` answers vectors of different lengths. */
  mode: 'good' | 'down' | 'ragged';
  close(): Promise<void>;
}

/** `meaning` gives each text its vector. */
export async function startEmbeddingServer(meaning: (text: string) => readonly number[]): Promise<EmbeddingServer> {
  const asked: EmbeddingServer['asked'] = [];
  const http = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (server.mode === 'down') {
        response.writeHead(503).end('{}');
        return;
      }
      const { model, input, encoding_format: format } = JSON.parse(body) as { model: string; input: string[]; encoding_format?: string };
      asked.push({ model, texts: input, format });
      const data = input.map((text, index) => ({ object: 'embedding', index, embedding: server.mode === 'ragged' && index === 0 ? [1] : meaning(text) }));
      // Out of order on purpose: the index says where each belongs.
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', model, data: data.reverse() }));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: EmbeddingServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    asked,
    mode: 'good',
    close: () => new Promise((resolve) => void http.close(() => resolve())),
  };
  return server;
}
