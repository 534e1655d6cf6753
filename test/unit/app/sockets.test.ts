/** Guarantees of the socket server: what is told together arrives whole and in order, the last words before a farewell too. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { createSocketServer } from '../../../src/app/sockets.js';

describe('the socket server', () => {
  const http = createServer();
  let io: Server;
  let url = '';

  beforeAll(async () => {
    io = createSocketServer(http, []);
    io.on('connection', (socket) => {
      socket.on('tell', (count: number, ack: (answer: string) => void) => {
        for (let index = 0; index < count; index += 1) socket.emit('told', index);
        ack('all told');
      });
      socket.on('repeat', (texts: readonly string[], ack: () => void) => {
        for (const text of texts) socket.emit('told', text);
        ack();
      });
      socket.on('farewell', () => {
        socket.emit('told', 'goodbye');
        socket.disconnect(true);
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterAll(() => io.close());

  for (const transports of [['websocket'], ['polling', 'websocket'], ['polling']]) {
    it(`keeps the order of what is told in one moment, and loses no last words, by ${transports.join(' then ')}`, async () => {
      const page = connect(url, { transports, forceNew: true, reconnection: false });
      const told: unknown[] = [];
      page.on('told', (what: unknown) => told.push(what));
      await new Promise<void>((resolve) => page.once('connect', () => resolve()));
      const answer = await new Promise((resolve) => page.emit('tell', 5, (words: string) => resolve(words)));
      expect(answer).toBe('all told');
      expect(told).toEqual([0, 1, 2, 3, 4]);
      const gone = new Promise<void>((resolve) => page.once('disconnect', () => resolve()));
      page.emit('farewell');
      await gone;
      expect(told.at(-1)).toBe('goodbye');
    });
  }

  it('writes once for all that is told in one moment', async () => {
    const page = connect(url, { transports: ['websocket'], forceNew: true, reconnection: false });
    const arrivals: number[] = [];
    await new Promise<void>((resolve) => page.once('connect', () => resolve()));
    const [server] = await io.fetchSockets();
    const line = io.sockets.sockets.get(server?.id ?? '')?.conn.request.socket;
    let writes = 0;
    if (line) {
      const write = line._write.bind(line);
      const writev = line._writev?.bind(line);
      line._write = (chunk, encoding, done) => {
        writes += 1;
        write(chunk, encoding, done);
      };
      line._writev = (chunks, done) => {
        writes += 1;
        writev?.(chunks, done);
      };
    }
    page.on('told', (index: number) => arrivals.push(index));
    await new Promise((resolve) => page.emit('tell', 5, resolve));
    expect(arrivals).toEqual([0, 1, 2, 3, 4]);
    expect(writes).toBe(1);
    page.disconnect();
  });

  it('tells what is told together unchanged, whatever its length and script', async () => {
    const page = connect(url, { transports: ['websocket'], forceNew: true, reconnection: false });
    const told: string[] = [];
    page.on('told', (text: string) => told.push(text));
    await new Promise<void>((resolve) => page.once('connect', () => resolve()));
    // Around the lengths at which a frame says its own differently, and with characters of one to four bytes.
    const lengths = [0, 1, ...[100, 125, 126, 127, 65_500, 65_535, 65_536].flatMap((length) => [length - 20, length - 19, length - 18, length - 17, length])];
    const texts = [...lengths.map((length) => 'x'.repeat(length)), ...lengths.map((length) => '账单é😀'.repeat(Math.ceil(length / 12)))];
    for (let from = 0; from < texts.length; from += 4) await new Promise<void>((resolve) => page.emit('repeat', texts.slice(from, from + 4), () => resolve()));
    expect(told).toEqual(texts);
    page.disconnect();
  });
});
