/** Staff sign in at the operator's provider: whose verified e-mail has an account here gets a session, and every outcome is audited. */
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { staffId } from '../domain/ids.js';
import { ROLES } from '../domain/staff.js';
import type { Role, Staff } from '../domain/staff.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import { OidcProvider } from './oidc-provider.js';
import type { Claims, OidcFlow, OidcSettings } from './oidc-provider.js';
import { SealedCookie } from './sealed-cookie.js';
import type { StaffAccounts } from './staff-accounts.js';
import type { SessionOrigin, StaffSignIn } from './staff-sign-in.js';

/** How long somebody may take at the provider, and how long the page has to fetch its session. */
const FLOW_SECONDS = 600;
const TICKET_SECONDS = 60;

export const STAFF_PAGES = ['desk', 'studio', 'insights'] as const;
export type StaffPage = (typeof STAFF_PAGES)[number];

export interface OidcDeps {
  readonly staff: StaffDirectory;
  readonly accounts: StaffAccounts;
  readonly signIn: StaffSignIn;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secret: string;
}

export class OidcSignIn {
  readonly #provider: OidcProvider;
  readonly #flows: SealedCookie;
  readonly #tickets: SealedCookie;
  readonly #roleClaim: string | null;

  constructor(
    settings: OidcSettings,
    private readonly deps: OidcDeps,
  ) {
    this.#provider = new OidcProvider(settings);
    this.#roleClaim = settings.roleClaim;
    this.#flows = new SealedCookie(deps.secret, 'oidc-flow', FLOW_SECONDS);
    this.#tickets = new SealedCookie(deps.secret, 'oidc-ticket', TICKET_SECONDS);
  }

  /** Where to send the browser, and what it is to bring back. */
  async begin(page: StaffPage): Promise<{ readonly url: string; readonly flow: string } | Refusal> {
    const begun = await this.#provider.begin();
    if (isRefusal(begun)) return begun;
    return { url: begun.url, flow: await this.#flows.seal({ ...begun.flow, page }, this.deps.clock.now()) };
  }

  /** Resolves with the page to go to, and a ticket good for one session there. */
  async finish(query: string, sealed: string | null): Promise<{ readonly page: StaffPage; readonly ticket: string | Refusal }> {
    const flow = flowOf(await this.#flows.open(sealed, this.deps.clock.now()));
    if (flow === null) return { page: 'desk', ticket: refuse('unauthenticated', 'no sign-in is under way') };
    const claims = await this.#provider.finish(query, flow);
    const person = isRefusal(claims) ? claims : await this.#personOf(claims);
    if (isRefusal(person)) {
      // A provider that is down has refused nobody.
      if (person.refused !== 'unavailable') await this.#refused(person.detail ?? person.refused);
      return { page: flow.page, ticket: person };
    }
    return { page: flow.page, ticket: await this.#tickets.seal({ staffId: person.id }, this.deps.clock.now()) };
  }

  async redeem(sealed: string | null, from: SessionOrigin = {}): Promise<{ token: string; staff: Staff } | Refusal> {
    const ticket = await this.#tickets.open(sealed, this.deps.clock.now());
    const staff = typeof ticket?.['staffId'] === 'string' ? await this.deps.staff.find(staffId(ticket['staffId'])) : null;
    if (!staff?.isActive) return refuse('unauthenticated', 'no ticket');
    return { token: await this.deps.signIn.open(staff, 'oidc', from), staff };
  }

  /** An e-mail that nobody has verified could be anybody's. */
  async #personOf(claims: Claims): Promise<Staff | Refusal> {
    const { email, email_verified: isVerified } = claims;
    if (typeof email !== 'string') return refuse('forbidden', 'no e-mail');
    if (isVerified !== true && isVerified !== 'true') return refuse('forbidden', `e-mail not verified: ${email}`);
    const found = (await this.deps.staff.credentials(email))?.staff;
    if (!found) return refuse('forbidden', `no account: ${email}`);
    if (!found.isActive) return refuse('forbidden', `account is shut: ${email}`);
    if (this.#roleClaim === null) return found;
    const role = roleIn(claims[this.#roleClaim]);
    return role === null ? refuse('forbidden', `no role: ${email}`) : this.deps.accounts.roleByProvider(found, role);
  }

  async #refused(why: string): Promise<void> {
    const { audit, ids, clock } = this.deps;
    await audit.add({ id: ids.next(), at: clock.now(), staff: null, act: 'staff.sign-in-refused', conversationId: null, target: null, reason: '', detail: `oidc: ${why}`.slice(0, 300) });
  }
}

/** A claim may hold one role or a list of groups; of several roles the one that may most counts. */
function roleIn(claim: unknown): Role | null {
  const said: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return [...ROLES].reverse().find((role) => said.includes(role)) ?? null;
}

/** Nobody is sent anywhere but to a page of ours. */
export function staffPage(asked: unknown): StaffPage {
  return STAFF_PAGES.find((page) => page === asked) ?? 'desk';
}

function flowOf(payload: Claims | null): (OidcFlow & { readonly page: StaffPage }) | null {
  if (payload === null) return null;
  const { verifier, state, nonce, page } = payload;
  if (typeof verifier !== 'string' || typeof state !== 'string' || typeof nonce !== 'string') return null;
  return { verifier, state, nonce, page: staffPage(page) };
}
