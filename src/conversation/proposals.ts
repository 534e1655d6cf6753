/** Looking at the account beside the chat, asking its holder to sign in and putting changes before them, for the doors above. */
import type { Conversation } from '../domain/conversation.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import type { Staff } from '../domain/staff.js';
import { readAccount } from './account-overview.js';
import type { AccountOverview } from './account-overview.js';
import { askToSignIn } from './agent-sign-in.js';
import type { SignInAsked, SignInWish } from './agent-sign-in.js';
import { propose, withdrawProposal } from './proposing.js';
import type { Proposal, ProposalWish } from './proposing.js';
import type { ConversationRoom } from './room.js';

export class Proposals {
  constructor(private readonly room: ConversationRoom) {}

  account(staff: Staff, conversation: Conversation): Promise<AccountOverview | Refusal> {
    return readAccount(this.room, staff, conversation);
  }

  askToSignIn(staff: Staff, wish: SignInWish): Promise<SignInAsked | Refusal> {
    return askToSignIn(this.room, staff, wish);
  }

  propose(staff: Staff, wish: ProposalWish): Promise<Proposal | Refusal> {
    return propose(this.room, staff, wish);
  }

  withdraw(staff: Staff, id: ConversationId): Promise<null | Refusal> {
    return withdrawProposal(this.room, staff, id);
  }
}
