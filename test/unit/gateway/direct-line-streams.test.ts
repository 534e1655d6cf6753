/** A page that listens on Direct Line: it hears all that is in the record, whatever the bus lost, and listening costs no more the longer it lasts. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { conversationId } from '../../../src/domain/ids.js';
import type { Message } from '../../../src/domain/message.js';
import { ActivitySets } from '../../../src/gateway/direct-line/activity-sets.js';
import { DirectLineStreams } from '../../../src/gateway/direct-line/direct-line-streams.js';
import type { Clock } from '../../../src/ports/clock.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { aConversation, START } from '../../contracts/record-builders.js';
import { HandClock } from '../../support/hand-clock.js';
import { until } from '../../support/until.js';

type Deps = ConstructorParameters<typeof DirectLineStreams>[0];
const LOOK_MS = 25_000;

describe('a page on Direct Line', () => {
  const bus = new MemoryBus({ error: () => undefined, warn: () => undefined });
  let clock: HandClock;
  let cancelled: number;
  let conversation: Conversation;
  let messages: Message[];
  let streams: DirectLineStreams;
  let server: Server;
  let heard: string[];
  let page: WebSocket;

  beforeEach(async () => {
    clock = new HandClock(START);
    cancelled = 0;
    const counted: Clock = {
      now: () => clock.now(),
      after(ms, task) {
        const cancel = clock.after(ms, task);
        return () => {
          cancelled += 1;
          cancel();
        };
      },
    };
    conversation = aConversation({ id: conversationId('01JDIRECTLINEPAGE'), channel: 'direct-line' });
    messages = [];
    const conversations = {
      find: () => Promise.resolve(conversation),
      open: () => Promise.resolve({ conversation }),
      messages: (_id: unknown, { afterSeq = 0 }: { afterSeq?: number }) => Promise.resolve(messages.filter(({ seq }) => seq > afterSeq)),
      places: () => Promise.resolve(new Map()),
    } as unknown as Deps['conversations'];
    const sets = new ActivitySets({ conversations, attachmentLinks: null as never, handoffs: { of: () => Promise.resolve(null) } as never, clock });
    const deps = { conversations, sets, bus, clock: counted, logger: createLogger('silent'), rateLimit: { take: () => Promise.resolve({ allowed: true, retryAfterMs: 0 }) }, allowedOrigins: [] };
    const tokens = { open: () => Promise.resolve({ conversationId: conversation.id, user: 'u', locale: null }) };
    streams = new DirectLineStreams({ ...deps, tokens, resumeTokens: { issue: () => '' } } as unknown as Deps);
    streams.start();
    server = createServer().on('upgrade', (request, socket, head) => streams.upgrade(request, socket, head));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    heard = [];
    page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/v3/directline/conversations/${conversation.id}/stream?t=x`);
    page.on('error', () => undefined);
    page.on('message', (data: Buffer) => {
      for (const { text } of (JSON.parse(data.toString()) as { activities: { text?: string }[] }).activities) if (text !== undefined) heard.push(text);
    });
    await until(() => heard.length > 0);
  });
  afterEach(async () => {
    page.terminate();
    streams.stop();
    server.closeAllConnections();
    server.close();
  });

  function said(text: string): Message {
    const message = { id: `m${messages.length}`, conversationId: conversation.id, seq: messages.length + 1, at: clock.now(), from: 'bot', kind: 'text', text } as unknown as Message;
    messages.push(message);
    conversation = { ...conversation, lastSeq: message.seq };
    return message;
  }
  const tell = (message: Message) => bus.publish({ type: 'message.added', conversationId: conversation.id, channel: 'direct-line', message, ownerId: null });

  it('hears what another node said and the bus lost', async () => {
    said('流量还剩 3 GB');
    clock.advance(LOOK_MS);
    await until(() => heard.includes('流量还剩 3 GB'), 3_000);
  });

  it('hears what is said in the very moment in which all before it was told', async () => {
    for (let ticks = 0; ticks < 16; ticks += 1) {
      tell(said(`一 ${ticks}`));
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      tell(said(`二 ${ticks}`));
      await until(() => heard.includes(`二 ${ticks}`), 3_000);
    }
  });

  it('leaves nothing behind each time the line moves', async () => {
    for (let moved = 0; moved < 200; moved += 1) {
      bus.publish({ type: 'line.changed' });
      clock.advance(250);
    }
    const before = cancelled;
    streams.stop();
    expect(cancelled - before).toBeLessThan(10);
    await until(() => page.readyState === page.CLOSED);
  });
});
