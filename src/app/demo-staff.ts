/** The staff of the demo; they exist only with `DEMO` on. */
import { staffId } from '../domain/ids.js';
import { SKILL_GROUPS } from '../domain/staff.js';
import type { Staff } from '../domain/staff.js';
import { hashPassword } from '../identity/staff-sign-in.js';
import type { StaffDirectory } from '../ports/staff-directory.js';

export const DEMO_PASSWORD = 'demo';

const person = (id: string, name: string, role: Staff['role']): Staff => ({
  id: staffId(`demo-${id}`),
  email: `${id}@demo`,
  name,
  role,
  skillGroups: role === 'editor' ? [] : SKILL_GROUPS,
  languages: ['zh-CN', 'en'],
  isActive: true,
});

export const DEMO_STAFF: readonly Staff[] = [
  person('agent1', '林晓', 'agent'),
  person('agent2', '周航', 'agent'),
  person('supervisor', '陈主管', 'supervisor'),
  person('editor', '吴编辑', 'editor'),
  person('admin', '管理员', 'admin'),
];

/** Puts back what is missing; what a demo user changed stays. */
export async function seedDemoStaff(directory: StaffDirectory): Promise<void> {
  const known = new Set((await directory.list()).map((staff) => staff.id));
  const missing = DEMO_STAFF.filter((staff) => !known.has(staff.id));
  if (missing.length === 0) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const staff of missing) await directory.save(staff, passwordHash);
}
