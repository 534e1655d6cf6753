/** A conversation once its subscriber had everything erased: its place and its times stay, who it was and what was said do not. */
import type { Conversation } from './conversation.js';
import { EMPTY_MEMORY } from './dialogue-memory.js';
import type { Rating } from './rating.js';

export function erasing(conversation: Conversation, at: number): Conversation {
  const { summaries: _summaries, asides: _asides, ...kept } = conversation;
  const { waiting, closed, rating, pass } = kept;
  return {
    ...kept,
    identity: null,
    memory: EMPTY_MEMORY,
    waiting: waiting && withoutWords(waiting),
    closed: closed && { ...closed, summary: '' },
    rating: rating && ratingWithoutWords(rating),
    ...(pass ? { pass: { ...pass, note: '' } } : {}),
    erased: { at, throughSeq: conversation.lastSeq },
  };
}

function ratingWithoutWords({ saidAs: _saidAs, ...rating }: Rating): Rating {
  return { ...rating, comment: '' };
}

function withoutWords({ ownWords: _ownWords, ...waiting }: NonNullable<Conversation['waiting']>): Conversation['waiting'] {
  return { ...waiting, headline: '', note: null };
}

/** Whether a turn that answers this message was begun on what is gone by now. */
export function isErased({ erased }: Pick<Conversation, 'erased'>, seq: number): boolean {
  return erased !== undefined && seq <= erased.throughSeq;
}
