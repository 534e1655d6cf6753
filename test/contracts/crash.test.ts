/** Nothing acknowledged is lost when the process is killed, in order and once. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { conversationId } from '../../src/domain/ids.js';
import { testEngines, type TestDatabase } from '../support/databases.js';

const WRITER = fileURLToPath(new URL('../support/crash-writer.ts', import.meta.url));
const ENOUGH = 3_000;

interface Acknowledgement {
  readonly conversation: string;
  readonly seq: number;
  readonly clientId: string;
}

/** What the writer had acknowledged when it was killed. */
function killedWhileWriting(database: TestDatabase): Promise<readonly Acknowledgement[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER, database.databaseUrl ?? '', database.dataDir]);
    let output = '';
    let lines = 0;
    let complaint = '';
    child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()));
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString();
      lines += piece.toString().split('\n').length - 1;
      if (lines >= ENOUGH) child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${complaint}`));
      else resolve(output.split('\n').slice(0, -1).map(acknowledgementOf));
    });
  });
}

function acknowledgementOf(line: string): Acknowledgement {
  const [conversation = '', seq = '', clientId = ''] = line.split(' ');
  return { conversation, seq: Number(seq), clientId };
}

for (const engine of await testEngines()) {
  describe(`a process killed while writing to ${engine.name}`, () => {
    it('has kept every acknowledged message, in order and once', async () => {
      const database = await engine.make();
      const acknowledged = await killedWhileWriting(database);
      const store = await database.open();
      expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
      for (const id of new Set(acknowledged.map(({ conversation }) => conversation))) {
        const messages = await store.log.messages(conversationId(id), { limit: 1_000_000 });
        expect(messages.map((message) => message.seq)).toEqual(messages.map((_, index) => index + 1));
        expect(new Set(messages.map((message) => message.clientId)).size).toBe(messages.length);
        const kept = new Map(messages.map((message) => [message.clientId, message.seq]));
        const lost = acknowledged.filter((one) => one.conversation === id && kept.get(one.clientId) !== one.seq);
        expect(lost).toEqual([]);
        expect(await store.log.find(conversationId(id))).toMatchObject({ lastSeq: messages.length, subscriberSeq: messages.length });
      }
      await database.drop();
    });
  });
}
