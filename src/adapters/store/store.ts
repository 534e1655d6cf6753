/** The storage room's face: every storage port over one database. */
import { join } from 'node:path';
import { sql } from 'kysely';
import { ProductError } from '../../domain/errors.js';
import type { AlertBook } from '../../ports/alert-book.js';
import type { ApiKeyBook } from '../../ports/api-key-book.js';
import type { AttachmentStore } from '../../ports/attachment-store.js';
import type { AuditLog } from '../../ports/audit-log.js';
import type { CaseBook } from '../../ports/case-book.js';
import type { ChannelThreads } from '../../ports/channel-threads.js';
import type { CannedReplies } from '../../ports/canned-replies.js';
import type { Clock } from '../../ports/clock.js';
import type { AskedQuestions } from '../../ports/asked-questions.js';
import type { ComputedContent } from '../../ports/computed-content.js';
import type { ContentPlans } from '../../ports/content-plans.js';
import type { ContentStore } from '../../ports/content-store.js';
import type { ConversationLog } from '../../ports/conversation-log.js';
import type { ErrandBook } from '../../ports/errand-book.js';
import type { FollowUpBook } from '../../ports/follow-up-book.js';
import type { Findings } from '../../ports/findings.js';
import type { Figures } from '../../ports/figures.js';
import type { HandoffBook } from '../../ports/handoff-book.js';
import type { Ids } from '../../ports/ids.js';
import type { ModelLedger } from '../../ports/model-ledger.js';
import type { OneTimeCodes } from '../../ports/one-time-codes.js';
import type { OrderBook } from '../../ports/order-book.js';
import type { PresenceBoard } from '../../ports/presence-board.js';
import type { PersonalRecords } from '../../ports/personal-records.js';
import type { Retention } from '../../ports/retention.js';
import type { OutageNotices } from '../../ports/outage-notices.js';
import type { Pictures } from '../../ports/pictures.js';
import type { PassageSearch } from '../../ports/passage-search.js';
import type { ToldPlaces } from '../../ports/told-places.js';
import type { ToldWords } from '../../ports/told-words.js';
import type { SyncCursors } from '../../ports/sync-cursors.js';
import type { SharedTokens } from '../../ports/shared-tokens.js';
import type { ServerSecrets } from '../../ports/server-secrets.js';
import type { SettingsBook } from '../../ports/settings-book.js';
import type { StaffDirectory } from '../../ports/staff-directory.js';
import type { VectorShelf } from '../../ports/vector-shelf.js';
import type { WebhookBook } from '../../ports/webhook-book.js';
import type { WaitingLine } from '../../ports/waiting-line.js';
import type { TroubleLog } from '../system/trouble-log.js';
import { StoredAlerts } from './alerts.js';
import { StoredApiKeys } from './api-keys.js';
import { AttachmentFolder } from './attachment-folder.js';
import { StoredAttachments } from './attachments.js';
import { StoredAuditLog } from './audit-log.js';
import { StoredCaseBook } from './case-book.js';
import { StoredAskedQuestions } from './asked-questions.js';
import { StoredChannelThreads } from './channel-threads.js';
import { StoredComputedContent } from './computed-content.js';
import { StoredContent } from './content.js';
import { StoredContentPlans } from './content-plans.js';
import { StoredCannedReplies } from './canned-replies.js';
import { StoredConversationLog } from './conversation-log.js';
import type { Engine } from './engine.js';
import { StoredErrands } from './errands.js';
import { StoredFollowUps } from './follow-ups.js';
import { StoredFindings } from './findings.js';
import { StoredFigures } from './figures.js';
import { StoredModelLedger } from './model-ledger.js';
import { StoredOneTimeCodes } from './one-time-codes.js';
import { StoredOrderBook } from './order-book.js';
import { StoredOutageNotices } from './outage-notices.js';
import { storedPassageSearch } from './passage-search.js';
import { StoredHandoffBook } from './handoff-book.js';
import { StoredPersonalRecords } from './personal-records.js';
import { StoredPictures } from './pictures.js';
import { StoredPresenceBoard } from './presence-board.js';
import { StoredToldPlaces } from './told-places.js';
import { StoredToldWords } from './told-words.js';
import { StoredSyncCursors } from './sync-cursors.js';
import { StoredSharedTokens } from './shared-tokens.js';
import { StoredServerSecrets } from './server-secrets.js';
import { StoredSettingsBook } from './settings-book.js';
import { StoredRetention } from './retention.js';
import { StoredStaffDirectory } from './staff-directory.js';
import { StoredVectorShelf } from './vector-shelf.js';
import { StoredWebhooks } from './webhooks.js';
import { StoredWaitingLine } from './waiting-line.js';

export interface StoreOptions {
  /** `postgres://…`, or null for the SQLite file in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger?: TroubleLog;
}

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  readonly log: ConversationLog;
  readonly line: WaitingLine;
  readonly handoffs: HandoffBook;
  readonly staff: StaffDirectory;
  readonly presence: PresenceBoard;
  readonly codes: OneTimeCodes;
  readonly orders: OrderBook;
  readonly modelLedger: ModelLedger;
  readonly cases: CaseBook;
  readonly alerts: AlertBook;
  readonly errands: ErrandBook;
  readonly secrets: ServerSecrets;
  readonly audit: AuditLog;
  readonly attachments: AttachmentStore;
  readonly canned: CannedReplies;
  readonly followUps: FollowUpBook;
  readonly passages: PassageSearch;
  readonly vectors: VectorShelf;
  readonly settings: SettingsBook;
  readonly content: ContentStore;
  readonly contentPlans: ContentPlans;
  readonly computed: ComputedContent;
  readonly pictures: Pictures;
  readonly threads: ChannelThreads;
  readonly toldPlaces: ToldPlaces;
  readonly tokens: SharedTokens;
  readonly syncs: SyncCursors;
  readonly toldWords: ToldWords;
  readonly asked: AskedQuestions;
  readonly figures: Figures;
  readonly keys: ApiKeyBook;
  readonly webhooks: WebhookBook;
  readonly personal: PersonalRecords;
  readonly retention: Retention;
  readonly findings: Findings;
  readonly notices: OutageNotices;
  /** Rejects when the database does not answer: for readiness. */
  ping(): Promise<void>;
  /** Waits for changes under way; later ones are refused as unavailable. */
  close(): Promise<void>;
}

/** Opens the database, creates or updates its tables. Rejects with `ProductError` when it cannot. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = await openEngine(options);
  const log = new StoredConversationLog(engine, options.clock, options.ids);
  return {
    engine: engine.name,
    log,
    line: new StoredWaitingLine(engine),
    handoffs: new StoredHandoffBook(engine),
    staff: new StoredStaffDirectory(engine),
    presence: new StoredPresenceBoard(engine),
    codes: new StoredOneTimeCodes(engine),
    orders: new StoredOrderBook(engine),
    modelLedger: new StoredModelLedger(engine),
    cases: new StoredCaseBook(engine),
    alerts: new StoredAlerts(engine),
    errands: new StoredErrands(engine),
    secrets: new StoredServerSecrets(engine, options.ids),
    audit: new StoredAuditLog(engine),
    canned: new StoredCannedReplies(engine),
    followUps: new StoredFollowUps(engine),
    // One process keeps files beside its database; several must find them in it.
    attachments: engine.name === 'postgres' ? new StoredAttachments(engine) : new AttachmentFolder(join(options.dataDir, 'attachments')),
    passages: storedPassageSearch(engine),
    vectors: new StoredVectorShelf(engine),
    settings: new StoredSettingsBook(engine),
    content: new StoredContent(engine),
    contentPlans: new StoredContentPlans(engine),
    computed: new StoredComputedContent(engine, options.clock),
    pictures: new StoredPictures(engine),
    threads: new StoredChannelThreads(engine),
    toldPlaces: new StoredToldPlaces(engine),
    tokens: new StoredSharedTokens(engine),
    syncs: new StoredSyncCursors(engine),
    toldWords: new StoredToldWords(engine),
    asked: new StoredAskedQuestions(engine),
    figures: new StoredFigures(engine),
    keys: new StoredApiKeys(engine),
    webhooks: new StoredWebhooks(engine),
    personal: new StoredPersonalRecords(engine),
    retention: new StoredRetention(engine),
    findings: new StoredFindings(engine),
    notices: new StoredOutageNotices(engine),
    ping: async () => {
      await sql`select 1`.execute(engine.db);
    },
    close: once(async () => {
      await log.close();
      await engine.close();
    }),
  };
}

/** Whoever closes again waits for the first closing. */
function once(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= task());
}

/** Of the two drivers only the one in use is read. */
async function openEngine({ databaseUrl, dataDir, logger }: StoreOptions): Promise<Engine> {
  if (databaseUrl === null) return (await import('./sqlite.js')).openSqlite(dataDir);
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return (await import('./postgres.js')).openPostgres(databaseUrl, logger);
  throw new ProductError('unavailable', 'DATABASE_URL must begin with postgres:// or be left out');
}
