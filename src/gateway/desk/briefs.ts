/** The brief for pages that may be in different languages: made once for each language. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Locale } from '../../domain/locale.js';
import type { WireBrief } from '../../protocol/desk.js';
import { toWireBrief } from '../wire.js';
import type { DeskSession } from './desk-session.js';

export async function tellBrief(
  conversations: Conversations,
  told: { readonly conversation: Conversation; readonly sessions: Iterable<DeskSession>; readonly patienceMs?: number },
  tell: (session: DeskSession, brief: WireBrief) => void,
): Promise<void> {
  const made = new Map<Locale, Promise<WireBrief>>();
  for (const session of [...told.sessions]) {
    const brief = made.get(session.locale) ?? conversations.brief(told.conversation, session.locale, told.patienceMs).then(toWireBrief);
    made.set(session.locale, brief);
    tell(session, await brief);
  }
}
