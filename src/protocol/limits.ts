/** Names and sizes of the wire that a browser needs too; free of any library so that pages stay small. */
export const CHAT_NAMESPACE = '/chat';
export const DESK_NAMESPACE = '/desk';
export const MAX_TEXT = 4000;
export const MAX_NOTE = 4000;
export const MAX_COMMENT = 1000;
export const MAX_ID = 64;
/** What programs may be told of. */
export const WEBHOOK_EVENT_NAMES = ['conversation.started', 'conversation.closed', 'handoff.queued', 'handoff.accepted', 'handoff.left', 'handoff.released', 'rating.given', 'case.changed'] as const;
