/** Group commit: what shares a transaction, what waits, and what happens when a transaction fails. */
import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../src/adapters/store/change-storage.js';
import { ChangeQueue } from '../../../src/adapters/store/change-queue.js';
import { ProductError, refuse } from '../../../src/domain/errors.js';
import { conversationId } from '../../../src/domain/ids.js';
import type { ChangeRequest } from '../../../src/ports/conversation-log.js';

type Requests = readonly ChangeRequest<unknown>[];

const asking = (id: string): ChangeRequest<unknown> => ({ id: conversationId(id), step: () => refuse('gone', id) });
const answers = (requests: Requests): readonly Outcome[] => requests.map((request) => ({ answer: refuse('gone', request.id) }));
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

/** A queue whose transactions end when the test says so. */
function aQueue(batchesInFlight: number, commit?: (requests: Requests) => Promise<readonly Outcome[]>, worthAnother = 1) {
  const batches: { readonly ids: readonly string[]; readonly end: () => void }[] = [];
  const held = (requests: Requests) =>
    new Promise<readonly Outcome[]>((resolve) => batches.push({ ids: requests.map(({ id }) => id), end: () => resolve(answers(requests)) }));
  const queue = new ChangeQueue({ batchesInFlight, worthAnother, patienceMs: 5, commit: commit ?? held });
  const ask = (id: string) => new Promise((resolve, reject) => queue.ask({ request: asking(id), resolve, reject }));
  return { queue, batches, ask };
}

describe('the queue of changes', () => {
  it('takes what is asked for in one moment together, in order', async () => {
    const { batches, ask } = aQueue(1);
    const asked = ['a', 'b', 'a', 'c'].map(ask);
    await turnOfTheLoop();
    expect(batches.map(({ ids }) => ids)).toEqual([['a', 'b', 'a', 'c']]);
    batches[0]?.end();
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'a', 'c'].map((id) => refuse('gone', id)));
  });

  it('answers nobody before the transaction has ended', async () => {
    const { batches, ask } = aQueue(1);
    let isAnswered = false;
    const asked = ask('a').then(() => (isAnswered = true));
    await turnOfTheLoop();
    await turnOfTheLoop();
    expect(isAnswered).toBe(false);
    batches[0]?.end();
    await asked;
  });

  it('keeps a conversation out of a second transaction while others go ahead', async () => {
    const { batches, ask } = aQueue(2);
    void ask('a');
    await turnOfTheLoop();
    void ask('a');
    void ask('b');
    void ask('a');
    await turnOfTheLoop();
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b']]);
    batches[0]?.end();
    await turnOfTheLoop();
    await turnOfTheLoop();
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b'], ['a', 'a']]);
  });

  it('has no more transactions under way than allowed', async () => {
    const { batches, ask } = aQueue(2);
    for (const id of ['a', 'b', 'c', 'd']) {
      void ask(id);
      await turnOfTheLoop();
    }
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b']]);
    batches[1]?.end();
    await turnOfTheLoop();
    await turnOfTheLoop();
    expect(batches[2]?.ids).toEqual(['c', 'd']);
  });

  it('sets the database to work on the next before those who were served hear of it', async () => {
    const { batches, ask } = aQueue(1);
    let begunWhenTold = 0;
    const first = ask('a').then(() => (begunWhenTold = batches.length));
    await turnOfTheLoop();
    void ask('b');
    batches[0]?.end();
    await first;
    expect(begunWhenTold).toBe(2);
    expect(batches[1]?.ids).toEqual(['b']);
  });

  it('gathers company for a transaction beside another, and begins it all the same when the other takes long', async () => {
    const { batches, ask } = aQueue(4, undefined, 3);
    void ask('a');
    await turnOfTheLoop();
    void ask('b');
    void ask('c');
    await turnOfTheLoop();
    expect(batches.map(({ ids }) => ids)).toEqual([['a']]);
    void ask('d');
    await turnOfTheLoop();
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c', 'd']]);
    void ask('e');
    while (batches.length < 3) await turnOfTheLoop();
    expect(batches[2]?.ids).toEqual(['e']);
  });

  it('goes on with those who gathered as soon as the one before has ended', async () => {
    const { batches, ask } = aQueue(4, undefined, 3);
    void ask('a');
    await turnOfTheLoop();
    void ask('b');
    batches[0]?.end();
    await turnOfTheLoop();
    await turnOfTheLoop();
    expect(batches.map(({ ids }) => ids)).toEqual([['a'], ['b']]);
  });

  it('tries each change of a failed transaction once more, alone, so that only the guilty one fails', async () => {
    const tried: string[][] = [];
    const { ask } = aQueue(1, async (requests) => {
      tried.push(requests.map(({ id }) => id));
      if (requests.some(({ id }) => id === 'bad')) throw new Error('the database refuses this row');
      return answers(requests);
    });
    const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map(ask));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'unavailable' } });
    expect(tried).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
  });

  it('does not repeat what may have been committed', async () => {
    let runs = 0;
    const { ask } = aQueue(1, () => {
      runs += 1;
      return Promise.reject(new ProductError('unavailable', 'the connection was lost while committing'));
    });
    await expect(ask('a')).rejects.toMatchObject({ code: 'unavailable' });
    expect(runs).toBe(1);
  });

  it('settles what is under way before it is closed, and takes nothing more', async () => {
    const { queue, batches, ask } = aQueue(1);
    const asked = ask('a');
    let isClosed = false;
    const closing = queue.close().then(() => (isClosed = true));
    await turnOfTheLoop();
    await expect(ask('b')).rejects.toMatchObject({ code: 'unavailable' });
    expect(isClosed).toBe(false);
    batches[0]?.end();
    await Promise.all([asked, closing]);
  });
});
