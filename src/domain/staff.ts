/** People of the operator: who they are, what they may do, what they are competent in, whether they are there. */
import type { StaffId } from './ids.js';

export const ROLES = ['agent', 'supervisor', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SKILL_GROUPS = ['general', 'billing', 'retention', 'security', 'complaints', 'enterprise', 'technical'] as const;
/** Open set: operators add their own; these ship. */
export type SkillGroup = string;

export interface Staff {
  readonly id: StaffId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly skillGroups: readonly SkillGroup[];
  readonly languages: readonly string[];
  readonly isActive: boolean;
  /** Only where a program acts with a key of this person: of what the role allows, just these permissions. */
  readonly scopes?: readonly string[];
}

export const PRESENCE = ['online', 'busy', 'away', 'offline'] as const;
export type PresenceStatus = (typeof PRESENCE)[number];

/** `goneSince`: when the last of this agent's sockets went; null while one is there. Epoch milliseconds. */
export interface Presence {
  readonly staffId: StaffId;
  readonly status: PresenceStatus;
  readonly capacity: number;
  readonly goneSince: number | null;
  readonly idleSince: number;
}

export const DEFAULT_CAPACITY = 3;
export const OWNER_GRACE_MS = 15_000;
