/** Where somebody stands in line, for channels that grant few messages: said with what is said anyway, never by itself. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { channelWords } from '../../wording/channels/words.js';

/** Null for who does not wait. */
export async function placeWords({ id, state, locale }: Conversation, conversations: Pick<Conversations, 'places'>): Promise<string | null> {
  const place = state === 'queued' ? (await conversations.places()).get(id) : undefined;
  return place ? channelWords(locale).inLine({ position: place.position, low: place.eta?.low ?? null, high: place.eta?.high ?? null }) : null;
}
