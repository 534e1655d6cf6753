/** What the HTTP door needs of the rooms below. */
import type { Router } from 'express';
import type { CaseDesk } from '../../cases/case-desk.js';
import type { z } from 'zod';
import type { Studio } from '../../content/studio.js';
import type { Conversations } from '../../conversation/conversations.js';
import type { Msisdn } from '../../domain/ids.js';
import type { Localised } from '../../domain/locale.js';
import type { ApiKeys } from '../../identity/api-keys.js';
import type { AttachmentLinks } from '../../identity/attachment-links.js';
import type { ResumeTokens } from '../../identity/resume-token.js';
import type { SiteTokens } from '../../identity/site-token.js';
import type { StaffAccounts } from '../../identity/staff-accounts.js';
import type { StaffSessions } from '../../identity/staff-sessions.js';
import type { StaffSignIn } from '../../identity/staff-sign-in.js';
import type { Insights } from '../../insights/insights.js';
import type { AttachmentStore } from '../../ports/attachment-store.js';
import type { AuditLog } from '../../ports/audit-log.js';
import type { CannedReplies } from '../../ports/canned-replies.js';
import type { Clock } from '../../ports/clock.js';
import type { Ids } from '../../ports/ids.js';
import type { ProductCatalogue } from '../../ports/product-catalogue.js';
import type { PublishedContent } from '../../ports/published-content.js';
import type { StaffDirectory } from '../../ports/staff-directory.js';
import type { OutboundCalls } from '../../ports/outbound-calls.js';
import type { WebhookBook } from '../../ports/webhook-book.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import type { Settings } from '../../settings/settings.js';
import type { Logger } from '../../telemetry/logger.js';
import type { Metrics } from '../../telemetry/metrics.js';
import type { OidcRouteDeps } from './oidc-routes.js';
import type { tryRequest } from '../../protocol/studio.js';

export interface DemoDoor {
  readonly cast: readonly { readonly msisdn: string; readonly name: string; readonly story: Localised }[];
  readonly staff: readonly { readonly email: string; readonly role: string; readonly name: string }[];
  inbox(msisdn: Msisdn): { readonly code: string; readonly sentAt: number } | null;
  /** Money in fields ending in `Fen`, data in fields ending in `Mb`; null for a number that is not in the cast. */
  account(msisdn: Msisdn): Promise<object | null>;
}

export interface WebhookDoor {
  readonly book: WebhookBook;
  readonly calls: Pick<OutboundCalls, 'objectionTo'>;
  /** What is told from now on goes by what is stored now. */
  readonly changed: () => Promise<void>;
}

/** Plays messages through the assistant on the draft or on the revision in force, and tells why it answered so. */
export type TryOut = (order: z.infer<typeof tryRequest>) => Promise<object>;

export interface HttpDeps {
  readonly studio: Studio;
  readonly tryOut: TryOut;
  readonly conversations: Conversations;
  readonly caseDesk: CaseDesk;
  readonly insights: Insights;
  readonly catalogue: Pick<ProductCatalogue, 'plans'>;
  readonly staff: StaffDirectory;
  readonly content: PublishedContent;
  readonly signIn: StaffSignIn;
  readonly accounts: StaffAccounts;
  readonly sessions: StaffSessions;
  /** Null: staff sign in with passwords only. */
  readonly oidc: Pick<OidcRouteDeps, 'oidc' | 'isSecure'> | null;
  readonly keys: ApiKeys;
  readonly webhooks: WebhookDoor;
  readonly siteTokens: SiteTokens;
  readonly resumeTokens: ResumeTokens;
  readonly settings: Settings;
  readonly rateLimit: RateLimit;
  readonly audit: AuditLog;
  readonly canned: CannedReplies;
  readonly attachments: AttachmentStore;
  readonly attachmentLinks: AttachmentLinks;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Doors of outside channels, each with its own way to read a body. */
  readonly channelDoors: readonly Router[];
  /** Null when `DEMO` is off: then none of its routes exist. */
  readonly demo: DemoDoor | null;
  /** Where the built pages lie. */
  readonly webDir: string;
  readonly allowedOrigins: readonly string[];
  readonly isReady: () => Promise<boolean>;
}
