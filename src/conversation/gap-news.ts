/** Tells those who once asked what we could not answer that there is an answer now: once each, and only who can be reached. */
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import type { Button, Citation } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

export interface GapNews {
  /** Name the news, so that nobody is told twice; the first is the one it is told under. */
  readonly keys: readonly [string, ...string[]];
  readonly title: string;
  readonly button: Button;
  readonly citation: Citation | null;
  readonly asked: readonly { readonly conversationId: ConversationId; readonly at: number; readonly question: string | null }[];
}

export interface NewsTold {
  readonly told: number;
  /** Asked without leaving a way to be reached. */
  readonly unreachable: number;
}

export async function tellAnswered(room: ConversationRoom, news: GapNews): Promise<NewsTold> {
  let told = 0;
  let unreachable = 0;
  const each = new Map(news.asked.map((asked) => [asked.conversationId, asked]));
  for (const [id, { at, question }] of each) {
    const conversation = await room.log.find(id);
    if (!conversation || !canBeReached(conversation)) {
      unreachable += 1;
      continue;
    }
    const [clientId, ...earlier] = news.keys.map((key) => `gap:${key}`);
    if (clientId === undefined || (await wasTold(room, id, earlier))) continue;
    const text = conversationWords(conversation.locale).gapClosed({ day: dayOf(at), question, title: news.title });
    const addition = { from: 'system', kind: 'event', text, clientId, buttons: [news.button], ...(news.citation ? { citations: [news.citation] } : {}) } as const;
    const changed = await room.record.change({ id, clientId, step: (current) => ({ conversation: current, additions: [addition], result: null }) });
    if (!isRefusal(changed) && !('duplicate' in changed)) told += 1;
  }
  return { told, unreachable };
}

async function wasTold(room: ConversationRoom, id: ConversationId, clientIds: readonly string[]): Promise<boolean> {
  for (const clientId of clientIds) if ('duplicate' in (await room.record.change({ id, clientId, step: () => refuse('not-found') }))) return true;
  return false;
}

/** A number, or a channel that brings messages to the subscriber. A page that was left is no way to be reached. */
export function canBeReached({ identity, channel }: Pick<Conversation, 'identity' | 'channel'>): boolean {
  return identity !== null || channel === 'wechat' || channel === 'wechat-kf';
}
