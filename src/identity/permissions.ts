/** The one authorisation function: every route and event asks it, with the actor from the session. */
import type { Case } from '../domain/case.js';
import { isWithNobody } from '../domain/conversation-steps.js';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';
import type { Role, Staff } from '../domain/staff.js';

export type Actor =
  | { readonly kind: 'visitor'; readonly conversationId: ConversationId }
  | { readonly kind: 'staff'; readonly staff: Staff };

/** What staff may do by role alone. */
const BY_ROLE = {
  'desk.use': ['agent', 'supervisor', 'admin'],
  'line.see': ['agent', 'supervisor', 'admin'],
  'line.supervise': ['supervisor', 'admin'],
  'settings.change': ['supervisor', 'admin'],
  'content.edit': ['editor', 'admin'],
  'content.publish': ['editor', 'admin'],
  'content.override': ['editor', 'admin'],
  'figures.see': ['supervisor', 'admin'],
  'gaps.decide': ['supervisor', 'editor', 'admin'],
  'notices.manage': ['supervisor', 'editor', 'admin'],
  'places.see': ['supervisor', 'editor', 'admin'],
  'staff.manage': ['admin'],
  'keys.manage': ['admin'],
  'webhooks.manage': ['admin'],
  'canned.share': ['supervisor', 'admin'],
  'cases.use': ['agent', 'supervisor', 'admin'],
  'cases.supervise': ['supervisor', 'admin'],
  'follow-ups.use': ['supervisor', 'admin'],
  'audit.see': ['supervisor', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type RolePermission = keyof typeof BY_ROLE;

/** What depends on whose conversation it is. */
export type ConversationPermission = 'conversation.see' | 'conversation.speak' | 'conversation.act' | 'conversation.note' | 'conversation.reveal' | 'conversation.whisper' | 'conversation.take-over';

export const ROLE_PERMISSIONS = Object.keys(BY_ROLE) as readonly RolePermission[];

/** A program with a key may what its person may, within the scopes of the key. */
export function mayByRole(actor: Actor, permission: RolePermission): boolean {
  if (actor.kind !== 'staff' || !(BY_ROLE[permission] as readonly Role[]).includes(actor.staff.role)) return false;
  return actor.staff.scopes?.includes(permission) ?? true;
}

/** The owner acts, who helps speaks and notes; a supervisor sees, notes, whispers and takes over, but speaks only in a conversation of her own. Who serves its verified subscriber elsewhere right now (`servesSubscriber`) sees one that nobody of ours has. */
export function mayInConversation(actor: Actor, permission: ConversationPermission, conversation: Conversation, servesSubscriber = false): boolean {
  if (actor.kind === 'visitor') {
    return actor.conversationId === conversation.id && (permission === 'conversation.see' || permission === 'conversation.speak');
  }
  if (!mayByRole(actor, 'desk.use')) return false;
  const isOwner = conversation.owner?.staffId === actor.staff.id;
  const isHelper = (conversation.helpers ?? []).some((helper) => helper.staffId === actor.staff.id);
  const isOffered = conversation.offer?.staffId === actor.staff.id || conversation.pass?.to.staffId === actor.staff.id;
  const supervises = mayByRole(actor, 'line.supervise');
  switch (permission) {
    case 'conversation.see':
      return isOwner || isHelper || isOffered || supervises || (servesSubscriber && isWithNobody(conversation));
    case 'conversation.note':
    case 'conversation.reveal':
      return isOwner || isHelper || supervises;
    case 'conversation.speak':
      return isOwner || isHelper;
    case 'conversation.act':
      return isOwner;
    case 'conversation.whisper':
    case 'conversation.take-over':
      return supervises;
  }
}

export type CasePermission = 'case.see' | 'case.act' | 'case.approve';

/** Who answers for a case acts on it, and so does who talks with its subscriber right now; one that nobody has is anybody's to take. */
export function mayInCase(actor: Actor, permission: CasePermission, { case: one, isServing }: { readonly case: Case; readonly isServing: boolean }): boolean {
  if (actor.kind !== 'staff' || !mayByRole(actor, 'cases.use')) return false;
  const supervises = mayByRole(actor, 'cases.supervise');
  if (permission === 'case.approve') return supervises;
  const { id } = actor.staff;
  return supervises || isServing || one.owner === null || one.owner.staffId === id || one.handler?.staffId === id;
}
