/** A key with which a program acts for somebody of the staff, within a part of what that person may do. */
import type { StaffId } from './ids.js';

export interface ApiKey {
  readonly id: string;
  /** What it is for, in the words of who made it. */
  readonly name: string;
  /** Whose rights it borrows; when they lose them, so does the key. */
  readonly staffId: StaffId;
  /** Permissions by name; never more than the person has. */
  readonly scopes: readonly string[];
  readonly createdBy: StaffId;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  /** To the minute. */
  readonly lastUsedAt: number | null;
}
