/** One staff member's socket. */
import type { Socket } from 'socket.io';
import type { ConversationId } from '../../domain/ids.js';
import type { Locale } from '../../domain/locale.js';
import type { Staff } from '../../domain/staff.js';

export class DeskSession {
  /** Conversations a supervisor looks at without owning them. */
  readonly watching = new Set<ConversationId>();

  /** The one in front of this person right now. */
  viewing: ConversationId | null = null;

  /** A supervisor's board, told as the floor moves. */
  hasBoard = false;

  constructor(
    readonly socket: Socket,
    readonly staff: Staff,
    /** The language this page is read in. */
    readonly locale: Locale,
  ) {}
}
