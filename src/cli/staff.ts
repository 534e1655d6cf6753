/** The first admin, or one who can no longer get in: `staff link EMAIL [--name=NAME]` prints a link that chooses a password. Exit codes: 0 done, 1 refused, 2 not understood. */
import { openStore } from '../adapters/store/store.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { SystemIds } from '../adapters/system/system-ids.js';
import { readEnv } from '../app/env.js';
import { readSettings } from '../app/settings.js';
import type { Settings } from '../app/settings.js';
import { isRefusal } from '../domain/errors.js';
import { PasswordLinks } from '../identity/password-links.js';
import { StaffAccounts } from '../identity/staff-accounts.js';
import { staffProfile } from '../protocol/staff.js';
import type { WireStaffProfile } from '../protocol/staff.js';

const DONE = 0;
const REFUSED = 1;
const USAGE = 2;
const NAME = '--name=';
const HELP = `npm run staff -- link EMAIL [--name=NAME]
  prints a link with which its holder chooses a password: good for two days, and once.
  An e-mail that no account has becomes an admin's; admins invite everybody else at the desk.
`;

const [command, email = '', ...flags] = process.argv.slice(2);
const name = flags.find((flag) => flag.startsWith(NAME))?.slice(NAME.length) ?? email.split('@')[0];
const asked = staffProfile.safeParse({ email, name, role: 'admin', skillGroups: [], languages: ['zh-CN', 'en'], isActive: true });
const read = readSettings(readEnv());

if (command !== 'link' || !asked.success || flags.some((flag) => !flag.startsWith(NAME))) {
  process.stderr.write(HELP);
  process.exitCode = USAGE;
} else if ('problems' in read) {
  process.stderr.write(read.problems.map((problem) => `${problem}\n`).join(''));
  process.exitCode = USAGE;
} else {
  process.exitCode = await link(asked.data, read.settings);
}

/** On the database of the settings, also while the server runs on it. */
async function link(profile: WireStaffProfile, settings: Settings): Promise<number> {
  const clock = new SystemClock();
  const ids = new SystemIds(clock);
  const store = await openStore({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, clock, ids });
  try {
    const links = new PasswordLinks(await store.secrets.getOrCreate('server'));
    const accounts = new StaffAccounts({ staff: store.staff, audit: store.audit, links, clock, ids, onSignedOut: () => undefined });
    const known = await store.staff.credentials(profile.email);
    const holder = known?.staff ?? (await accounts.invite(null, profile));
    const made = isRefusal(holder) ? holder : await accounts.link(null, holder.id);
    if (isRefusal(made) || isRefusal(holder)) {
      process.stderr.write(`${profile.email}: this account is shut; an admin can open it at the desk\n`);
      return REFUSED;
    }
    const origin = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
    process.stdout.write(`${holder.email} (${holder.role}${known ? '' : ', new'}): ${origin}/desk#password=${made.token}\n`);
    return DONE;
  } finally {
    await store.close();
  }
}
