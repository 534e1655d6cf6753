/** Bodies and answers of looking after staff accounts. */
import { z } from 'zod';
import { wireStaff } from './desk.js';
import { entryId, freeText } from './texts.js';

const MIN_PASSWORD = 10;
const list = z.array(entryId).max(40).readonly();

export const staffProfile = z.strictObject({
  email: z.string().trim().regex(/^[^\s@]+@[^\s@]+$/).max(254),
  name: freeText(64),
  role: z.enum(['agent', 'supervisor', 'editor', 'admin']),
  skillGroups: list,
  languages: list,
  isActive: z.boolean(),
});
export type WireStaffProfile = z.infer<typeof staffProfile>;

export const passwordChoice = z.strictObject({ token: z.string().min(1).max(256), password: z.string().min(MIN_PASSWORD).max(1024) });

/** Opens once, until `expiresAt`. */
export const passwordLink = z.object({ href: z.string(), expiresAt: z.number() });

/** One sign-in; `isHere` marks the one that asks. */
export const staffSession = z.object({
  id: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  seenAt: z.number().optional(),
  device: z.string().optional().describe('what the browser called itself'),
  address: z.string().optional(),
  isHere: z.literal(true).optional(),
});
export type WireStaffSession = z.infer<typeof staffSession>;
export const staffSessionList = z.object({ sessions: z.array(staffSession).readonly() });
export const endedSessions = z.object({ ended: z.int() });

export const staffAccount = wireStaff.extend({
  languages: z.array(z.string()).readonly(),
  isActive: z.boolean(),
  hasPassword: z.boolean(),
  lockedUntil: z.number().nullable(),
  sessions: z.array(staffSession).readonly(),
});
export type WireStaffAccount = z.infer<typeof staffAccount>;
export const staffAccountList = z.object({ staff: z.array(staffAccount).readonly() });
