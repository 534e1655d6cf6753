/** Who asks something of the desk: a page over its socket, or a program over HTTP. */
import type { Socket } from 'socket.io';
import type { ConversationId } from '../../domain/ids.js';
import type { Locale } from '../../domain/locale.js';
import type { Staff } from '../../domain/staff.js';

export interface DeskCaller {
  readonly staff: Staff;
  /** The language the answer is read in. */
  readonly locale: Locale;
  /** Conversations a supervisor looks at without owning them. */
  readonly watching: Set<ConversationId>;
  /** The one in front of this person right now. */
  viewing: ConversationId | null;
  /** A supervisor's board, told as the floor moves. */
  hasBoard: boolean;
}

/** Which sign-in a page stands on, by the name people see, and until when it is good; null when that is seen to elsewhere. */
interface SignedIn {
  readonly sessionId: string;
  readonly endsAt: number | null;
  /** Up to when it was told of alerts before; null: it wants none of before. */
  readonly alertsAfter?: number | null;
}

/** One page's socket. */
export class DeskSession implements DeskCaller {
  readonly watching = new Set<ConversationId>();
  viewing: ConversationId | null = null;

  hasBoard = false;

  constructor(
    readonly socket: Socket,
    readonly staff: Staff,
    readonly locale: Locale,
    private readonly signedIn: SignedIn,
  ) {}

  get sessionId(): string {
    return this.signedIn.sessionId;
  }

  get alertsAfter(): number | null {
    return this.signedIn.alertsAfter ?? null;
  }

  get endsAt(): number | null {
    return this.signedIn.endsAt;
  }
}
