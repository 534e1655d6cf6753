/** Names and sizes of the wire that a browser needs too; free of any library so that pages stay small. */
export const CHAT_NAMESPACE = '/chat';
export const DESK_NAMESPACE = '/desk';
export const MAX_TEXT = 4000;
export const MAX_NOTE = 4000;
export const MAX_COMMENT = 1000;
export const MAX_ID = 64;
