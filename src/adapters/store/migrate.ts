/** Brings a database to the newest shape; several nodes may start at once. */
import { Migrator, type Kysely, type Migration } from 'kysely';
import { ProductError } from '../../domain/errors.js';
import type { SchemaDialect } from './engine.js';
import { channelThreads } from './migrations/0040-channel-threads.js';
import { toldPlaces } from './migrations/0080-told-places.js';
import { toldWords } from './migrations/0091-told-words.js';
import { syncCursors } from './migrations/0090-sync-cursors.js';
import { sharedTokens } from './migrations/0041-shared-tokens.js';
import { firstTables } from './migrations/0001-first-tables.js';
import { deskTables } from './migrations/0012-desk.js';
import { modelLedger } from './migrations/0021-model-ledger.js';
import { cases } from './migrations/0011-cases.js';
import { knowledgeSearch } from './migrations/0020-knowledge-search.js';
import { settingsTables } from './migrations/0010-settings.js';
import { contentTables } from './migrations/0030-content.js';
import { contentPlans } from './migrations/0070-content-plans.js';
import { followUps } from './migrations/0065-follow-ups.js';
import { outageNotices } from './migrations/0077-outage-notices.js';
import { findings } from './migrations/0076-findings.js';
import { figures } from './migrations/0075-figures.js';
import { apiKeysAndWebhooks } from './migrations/0085-api-keys.js';
import { computedContent } from './migrations/0110-computed-content.js';
import { pictures } from './migrations/0111-pictures.js';
import { keptUntil } from './migrations/0116-kept-until.js';
import { whomItIsAbout } from './migrations/0115-whom-it-is-about.js';
import { happenings } from './migrations/0140-happenings.js';
import { tabsAtWork } from './migrations/0155-tabs-at-work.js';
import { clientIdsInMemory } from './migrations/0156-client-ids-in-memory.js';
import { caseNews } from './migrations/0158-case-news.js';
import { alerts } from './migrations/0159-alerts.js';
import { errands } from './migrations/0160-errands.js';
import { unpaidRefunds } from './migrations/0161-unpaid-refunds.js';
import { putOff } from './migrations/0162-put-off.js';
import { announcedSince } from './migrations/0163-announced-since.js';
import { casesChanged } from './migrations/0164-cases-changed.js';
import { textsTakenOut } from './migrations/0157-texts-taken-out.js';
import { sessionPlaces } from './migrations/0095-session-places.js';
import { handoffTables } from './migrations/0010b-handoffs.js';

/** Run in the order of their names; what has been released is never edited. */
function migrations(dialect: SchemaDialect): Record<string, Migration> {
  return {
    '0001-first-tables': firstTables(dialect),
    '0040-channel-threads': channelThreads(dialect),
    '0041-shared-tokens': sharedTokens(dialect),
    '0080-told-places': toldPlaces(dialect),
    '0090-sync-cursors': syncCursors(dialect),
    '0091-told-words': toldWords(dialect),
    '0011-cases': cases(dialect),
    '0012-desk': deskTables(dialect),
    '0020-knowledge-search': knowledgeSearch(dialect),
    '0021-model-ledger': modelLedger(dialect),
    '0010-settings': settingsTables(dialect),
    '0030-content': contentTables(dialect),
    '0010b-handoffs': handoffTables(dialect),
    '0070-content-plans': contentPlans(dialect),
    '0065-follow-ups': followUps(dialect),
    '0075-figures': figures(dialect),
    '0085-api-keys': apiKeysAndWebhooks(dialect),
    '0076-findings': findings(dialect),
    '0077-outage-notices': outageNotices(dialect),
    '0110-computed-content': computedContent(dialect),
    '0111-pictures': pictures(dialect),
    '0115-whom-it-is-about': whomItIsAbout(dialect),
    '0116-kept-until': keptUntil(),
    '0095-session-places': sessionPlaces(dialect),
    '0140-happenings': happenings(dialect),
    '0155-tabs-at-work': tabsAtWork(dialect),
    '0156-client-ids-in-memory': clientIdsInMemory(dialect),
    '0157-texts-taken-out': textsTakenOut(dialect),
    '0158-case-news': caseNews(dialect),
    '0159-alerts': alerts(dialect),
    '0160-errands': errands(dialect),
    '0161-unpaid-refunds': unpaidRefunds(),
    '0162-put-off': putOff(),
    '0163-announced-since': announcedSince(),
    '0164-cases-changed': casesChanged(),
  };
}

export async function migrate<Database>(db: Kysely<Database>, dialect: SchemaDialect): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations(dialect)) }, allowUnorderedMigrations: true });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error');
  throw new ProductError('unavailable', `the database could not be brought up to date${failed ? ` at ${failed.migrationName}` : ''}`, error);
}
