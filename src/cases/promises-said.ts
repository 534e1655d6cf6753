/** What is promised in a chat becomes rows: an agent's words are searched, the assistant says itself what it has promised. */
import type { Case } from '../domain/case.js';
import { isOpenCase } from '../domain/case.js';
import { errandOf } from '../domain/errand.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { CaseId, ConversationId } from '../domain/ids.js';
import type { Message, MessageDraft } from '../domain/message.js';
import type { PromiseMade } from '../domain/promise.js';
import { promisesIn } from './promises-in.js';
import { changeCase } from './room.js';
import type { CaseRoom } from './room.js';

const MOST = 50;

interface Heard {
  readonly text: string;
  readonly dueAt: number;
  readonly caseId?: CaseId;
}

type Said = Pick<MessageDraft, 'from' | 'author' | 'text' | 'promises'>;

/** Nearly all words promise nothing. */
export function isPromising(said: Said, now: number): boolean {
  return said.from !== 'subscriber' && heardIn(said, now).length > 0;
}

/** Once, whichever nodes do it and however often: also when one went down half way. */
export async function keepPromisesOf(room: CaseRoom, message: Message): Promise<void> {
  const { author, conversationId, id: messageId, at: madeAt } = message;
  const conversation = await room.log.find(conversationId);
  const msisdn = conversation?.identity?.msisdn ?? null;
  const linked = author === undefined ? null : await caseFor(room, conversationId, msisdn);
  for (const [index, { text, dueAt, caseId = linked?.id ?? null }] of heardIn(message, madeAt).entries()) {
    await keep(room, {
      ...{ id: `${messageId}:${index}`, caseId, conversationId, messageId, msisdn, by: author ?? 'assistant', text, madeAt, dueAt },
      ...{ state: 'open', endedAt: null, isNearTold: false },
    });
  }
  await room.errands.done(errandOf(conversationId, madeAt, { kind: 'promises', seq: message.seq }).id);
}

function heardIn({ author, text, promises }: Said, now: number): readonly Heard[] {
  return author === undefined ? (promises ?? []) : promisesIn(text, now);
}

async function keep(room: CaseRoom, made: PromiseMade): Promise<void> {
  await room.book.addPromise(made);
  if (made.caseId === null) return;
  const told = await changeCase(room, made.caseId, (one) => written(one, made));
  if (isRefusal(told) && told.refused !== 'conflict') room.onTrouble(new Error(told.refused), 'a promise could not be written to its case');
}

function written(one: Case, { by, text, madeAt: at }: PromiseMade): Case | Refusal {
  const isThere = one.history.some((entry) => entry.kind === 'promise-made' && entry.at === at && entry.text === text);
  return isThere ? refuse('conflict', 'it is written there') : { ...one, history: [...one.history, { at, kind: 'promise-made', by, text, isPublic: true }] };
}

/** The newest open case of this conversation, else the only open one of the subscriber. */
async function caseFor({ book }: CaseRoom, id: ConversationId, msisdn: Case['msisdn']): Promise<Case | null> {
  const here = (await book.list({ conversationId: id }, MOST)).filter(isOpenCase);
  const [newest] = [...here].sort((one, other) => other.createdAt - one.createdAt);
  if (newest || msisdn === null) return newest ?? null;
  const own = (await book.list({ msisdn }, MOST)).filter(isOpenCase);
  return own.length === 1 ? (own[0] ?? null) : null;
}
