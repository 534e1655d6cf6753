/** The composition root: wires the rooms by hand, listens, and closes everything in order. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { langchainSplitter } from '../adapters/langchain/article-splitter.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { SystemIds } from '../adapters/system/system-ids.js';
import { foundContent } from '../content/founding.js';
import { KnownFiles } from '../content/known-files.js';
import { KnownShelves } from '../content/known-shelves.js';
import { PictureShelf } from '../content/picture-shelf.js';
import { builtContentDir, cacheOf, Published, revisionOf, shippedEars } from '../content/published.js';
import type { RevisionParts } from '../content/published.js';
import type { Studio } from '../content/studio.js';
import { CaseTalk } from '../conversation/case-talk.js';
import { OutageTalk } from '../conversation/outage-talk.js';
import { Conversations } from '../conversation/conversations.js';
import { Generations } from '../conversation/generations.js';
import { Record } from '../conversation/record.js';
import type { ConversationRoom } from '../conversation/room.js';
import { Summaries } from '../conversation/summaries.js';
import type { StaffId } from '../domain/ids.js';
import { ChatDoor } from '../gateway/chat/chat-door.js';
import { DeskDoor } from '../gateway/desk/desk-door.js';
import { createHttpDoor } from '../gateway/http/http-door.js';
import type { DemoDoor } from '../gateway/http/http-deps.js';
import { WholeNews } from '../gateway/sockets/whole-news.js';
import { Line } from '../handoff/line.js';
import { Presence } from '../handoff/presence.js';
import { NoticedNetwork } from '../insights/noticed-network.js';
import type { Insights } from '../insights/insights.js';
import { AttachmentLinks } from '../identity/attachment-links.js';
import { ResumeTokens } from '../identity/resume-token.js';
import { SiteTokens } from '../identity/site-token.js';
import { OidcSignIn } from '../identity/oidc-sign-in.js';
import { PasswordLinks } from '../identity/password-links.js';
import { StaffAccounts } from '../identity/staff-accounts.js';
import { StaffSessions } from '../identity/staff-sessions.js';
import { StaffSignIn } from '../identity/staff-sign-in.js';
import { Verification } from '../identity/verification.js';
import { EditingHelp } from '../knowledge/editing-help.js';
import { SummaryWriter } from '../knowledge/summary-writer.js';
import { WritingHelp } from '../knowledge/writing-help.js';
import { Settings as StoredSettings } from '../settings/settings.js';
import { createLogger, maskNumbers } from '../telemetry/logger.js';
import type { Logger } from '../telemetry/logger.js';
import { Metrics } from '../telemetry/metrics.js';
import { conversationWords } from '../wording/conversation/words.js';
import { createAssistant } from './assistant.js';
import { createCaseDesk } from './case-desk.js';
import { openWithCatalogue } from './catalogue.js';
import { openChannels } from './channels.js';
import type { Channels } from './channels.js';
import { DEMO_STAFF, seedDemoStaff } from './demo-staff.js';
import type { Facilities } from './facilities.js';
import { createGrounding } from './grounding.js';
import { createInsights } from './insights.js';
import { createKnowledge } from './knowledge.js';
import { openFacilities } from './open-facilities.js';
import { chooseTexts, openNeighbours } from './neighbours.js';
import { createPersonalData } from './personal-data.js';
import { createRetention } from './retention.js';
import { chooseOperator } from './operator.js';
import type { ChosenOperator } from './operator.js';
import type { Settings } from './settings.js';
import { createStudio } from './studio.js';
import { seedCannedReplies } from './seed-canned.js';
import { allGone, closeConnections, createSocketServer } from './sockets.js';

export interface App {
  readonly url: string;
  readonly cast: ChosenOperator['cast'];
  /** Stops accepting, finishes what was acknowledged, closes the store. */
  close(): Promise<void>;
}

/** Where the package lies: beside `src` in development, beside `dist` when built. */
const ROOT = join(import.meta.dirname, '..', '..');
const DIST = join(ROOT, 'dist');

export async function startApp(settings: Settings): Promise<App> {
  const logger = createLogger(settings.logLevel);
  const clock = new SystemClock();
  const ids = new SystemIds(clock);
  const metrics = new Metrics();
  const facilities = await openFacilities(settings, { clock, ids, logger });
  const { store, bus, turnLock, rateLimit } = facilities;
  if (settings.isDemo) await seedDemoStaff(store.staff);
  await seedCannedReplies(store.canned, clock.now());

  const chosen = chooseOperator(settings, { clock, orderBook: store.orders, metrics, logger });
  const operator = { ...chosen, network: new NoticedNetwork(chosen.network, store.notices) };
  // Without a key the libraries of the model are not even read.
  const embeddings = settings.embeddings && (await import('../adapters/openai/openai-embeddings.js')).createOpenAiEmbeddings(settings.embeddings);
  const contentParts = { splitter: langchainSplitter(), ...(embeddings ? { embeddings } : {}), logger };
  // One process has all it computed on its disk; what one of several trained, the others take from the database.
  const folders = { cacheDir: join(settings.dataDir, 'models'), builtDir: builtContentDir(DIST), known: new KnownFiles(), shelves: new KnownShelves(), ...(facilities.isAlone ? {} : { shared: store.computed }) };
  let parts: RevisionParts = { ...folders, ...contentParts, ears: shippedEars({ ...folders, contentDir: ROOT, logger }), catalogue: { plans: [], products: [] } };
  const content = await openWithCatalogue({
    ...{ catalogue: operator.catalogue, clock, logger },
    open: async (catalogue) => {
      parts = { ...parts, catalogue };
      const { number, texts } = await foundContent({ store: store.content, pictures: new PictureShelf({ pictures: store.pictures, clock }), contentDir: ROOT, cache: cacheOf({ ...folders, logger }), clock, logger });
      return new Published(await revisionOf(number, texts, parts));
    },
  });
  const model = settings.languageModel && (await import('./language-model.js')).openModel(settings.languageModel, { ledger: store.modelLedger, clock, metrics, logger });
  const grounding = createGrounding({ model, operator, allowedOrigins: settings.allowedOrigins, clock, metrics });
  const { knowledge, close: closeKnowledge } = createKnowledge({ content, operator, store, embeddings, grounded: grounding?.composer ?? null, clock, logger });
  const stored = new StoredSettings({ book: store.settings, bus, clock, onTrouble: (error) => logger.error({ error }, 'the settings could not be read') });
  await stored.start();
  const { studio, tryOut } = createStudio({ ...{ store: store.content, plans: store.contentPlans, pictures: store.pictures, ids, settings: stored, knowledge, asked: store.asked, published: content, bus, clock, logger }, parts: () => parts, mask: maskNumbers });
  const caseDesk = createCaseDesk({ facilities, operator, settings: stored, clock, ids, logger });
  const { cases } = caseDesk;
  const secret = await store.secrets.getOrCreate('server');
  const record = new Record({ log: store.log, bus, clock });
  const personal = createPersonalData({ store, record, bus, secret, clock, ids });
  const { assistant, drafts } = createAssistant({ cases, personal, content, operator, knowledge, settings: stored, embeddings, grounding, clock, logger });

  const siteTokens = new SiteTokens({
    secret: settings.subscriberJwksUrl === null ? (settings.subscriberSecret ?? (await store.secrets.getOrCreate('demo-site'))) : null,
    jwksUrl: settings.subscriberJwksUrl,
    audience: settings.subscriberAudience,
  });
  const resumeTokens = new ResumeTokens(secret);
  const attachmentLinks = new AttachmentLinks(secret);
  const { keys, webhooks, teller } = openNeighbours(settings, { store, clock, ids, logger });
  const onEnded = (staffId: StaffId, sessionId: string) => bus.publish({ type: 'staff.signed-out', staffId, sessionId });
  const signIn = new StaffSignIn({ staff: store.staff, keys, audit: store.audit, clock, ids, onSignedOut: onEnded });
  const accounts = new StaffAccounts({ staff: store.staff, audit: store.audit, links: new PasswordLinks(secret), clock, ids, onSignedOut: (staffId) => bus.publish({ type: 'staff.signed-out', staffId }) });
  const sessions = new StaffSessions({ staff: store.staff, audit: store.audit, clock, ids, onEnded });
  const oidc = settings.oidc && { oidc: new OidcSignIn(settings.oidc, { staff: store.staff, accounts, signIn, audit: store.audit, clock, ids, secret }), isSecure: settings.oidc.publicUrl.startsWith('https:') };
  const verification = new Verification({ codes: store.codes, texts: chooseTexts(settings, operator.textMessages), clock, ids, secret }, conversationWords('zh-CN').verify.sms);
  const presence = new Presence({ board: store.presence, bus, clock });
  const line = new Line({ waitingLine: store.line, handoffs: store.handoffs, board: store.presence, staff: store.staff, settings: stored, clock });
  const summaries = grounding && new Summaries({ log: store.log, record, writer: new SummaryWriter(grounding.writer), bus, clock, logger });
  const room: ConversationRoom = {
    hub: settings.hub && { ...settings.hub, takes: (channel) => channel === 'bot-framework' || channel === 'direct-line' },
    caseDesk: cases,
    log: store.log,
    ...{ record, personal },
    handoffs: store.handoffs,
    followUps: store.followUps,
    settings: stored,
    cases: store.cases,
    ...{ alerts: store.alerts, errands: store.errands },
    waitingLine: store.line,
    board: store.presence,
    staff: store.staff,
    ...{ business: operator.businessSystem, catalogue: operator.catalogue, network: operator.network },
    writing: grounding && new WritingHelp(grounding.writer),
    editing: grounding && new EditingHelp(grounding.writer),
    canned: store.canned,
    generations: model && new Generations(bus, content),
    summaries,
    audit: store.audit,
    attachments: store.attachments,
    ...{ line, presence, bus, clock, ids, turnLock, assistant, content, verification, resumeTokens, drafts, logger },
  };
  const conversations = new Conversations(room);
  const channels = openChannels(settings, { ...{ attachmentLinks, resumeTokens, directLineKey: await store.secrets.getOrCreate('direct-line') }, store, conversations, bus, clock, ids, rateLimit, logger });
  const caseTalk = new CaseTalk(room);
  const outageTalk = new OutageTalk(room, store.notices);
  const insights = createInsights({ facilities, content, embeddings, business: operator.businessSystem, settings: stored, clock, ids, logger });
  const retention = createRetention(settings, { facilities, clock, ids, logger });
  countMessages(bus, metrics);

  const http = createServer({ requestTimeout: WHOLE_REQUEST_MS, headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECKED_EVERY_MS, keepAliveTimeout: KEPT_ALIVE_MS });
  const io = createSocketServer(http, settings.allowedOrigins);
  const news = new WholeNews({ bus, line: store.line, log: store.log, cases: store.cases, clock, logger });
  const doors = { conversations, siteTokens, signIn, staff: store.staff, alerts: store.alerts, bus: news, clock, rateLimit, logger, metrics };
  const express = createHttpDoor({
    ...{ studio, tryOut },
    channelDoors: channels.doors,
    ...{ conversations, content, signIn, accounts, sessions, keys, webhooks, oidc, siteTokens, resumeTokens, rateLimit, clock, logger, metrics },
    ...{ audit: store.audit, canned: store.canned, attachments: store.attachments, attachmentLinks, ids },
    settings: stored,
    staff: store.staff,
    ...{ caseDesk, insights, catalogue: operator.catalogue },
    demo: settings.isDemo ? demoDoor(operator) : null,
    webDir: join(DIST, 'web'),
    allowedOrigins: settings.allowedOrigins,
    isReady: () => store.ping().then(() => true, () => false),
  });
  http.on('upgrade', (request, socket, head) => channels.upgrade(request, socket, head));
  http.on('request', (request, response) => {
    // Socket.IO answers its own path.
    if (!request.url?.startsWith('/socket.io/')) express(request, response);
  });
  const chat = new ChatDoor(io, doors);
  const desk = new DeskDoor(io, doors);

  if (facilities.isAlone) await presence.graceForAll();
  presence.start();
  // Within one process nothing is lost on its way.
  if (!facilities.isAlone) news.start();
  await conversations.start();
  studio.start();
  channels.start();
  await teller.start();
  caseTalk.start();
  outageTalk.start();
  await caseDesk.start();
  insights.start();
  retention.start();
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(settings.port, settings.host, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const close = once(() => closeAll({ channels, teller, news, chat, desk, io, http, caseDesk, caseTalk, outageTalk, insights, retention, conversations, summaries, studio, presence, stored, facilities, logger, closeKnowledge }));
  // Only now: nobody waits for the dictionary, and the first questions are answered without it.
  void knowledge.prepare();
  return { url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`, cast: operator.cast, close };
}

function demoDoor(operator: ChosenOperator): DemoDoor {
  return {
    cast: operator.cast.map(({ msisdn, name, story }) => ({ msisdn, name, story })),
    staff: DEMO_STAFF.map(({ email, role, name }) => ({ email, role, name })),
    inbox: (msisdn) => operator.inbox(msisdn),
    account: (msisdn) => operator.account(msisdn),
  };
}

function countMessages(bus: Facilities['bus'], metrics: Metrics): void {
  bus.subscribe((fact) => {
    if (fact.type === 'message.added') metrics.messages.add(fact.message.from);
    if (fact.type === 'conversation.changed' && fact.conversation.state === 'queued' && fact.conversation.waiting) {
      metrics.handoffs.inc({ reason: fact.conversation.waiting.reason });
    }
  });
}

/** A request has come whole by then, or its connection is closed: whoever sends a byte a minute holds none. Five megabytes in it need 0.7 Mbit/s. */
const WHOLE_REQUEST_MS = 60_000;
const HEADERS_MS = 20_000;
const CHECKED_EVERY_MS = 5_000;
/** Longer than proxies keep theirs idle, a minute or two: a request sent over one that is just being closed is lost. */
const KEPT_ALIVE_MS = 125_000;

/** How long a page may take to receive the last words. */
const FAREWELL_MS = 1000;

interface Closing {
  readonly channels: Channels;
  readonly news: WholeNews;
  readonly teller: ReturnType<typeof openNeighbours>['teller'];
  readonly chat: ChatDoor;
  readonly desk: DeskDoor;
  readonly io: ReturnType<typeof createSocketServer>;
  readonly http: ReturnType<typeof createServer>;
  readonly caseDesk: ReturnType<typeof createCaseDesk>;
  readonly caseTalk: CaseTalk;
  readonly outageTalk: OutageTalk;
  readonly insights: Insights;
  readonly retention: ReturnType<typeof createRetention>;
  readonly conversations: Conversations;
  readonly summaries: Summaries | null;
  readonly studio: Studio;
  readonly presence: Presence;
  readonly stored: StoredSettings;
  readonly facilities: Facilities;
  readonly logger: Logger;
  readonly closeKnowledge: () => Promise<void>;
}

/** From the doors down: nothing new comes in, what was acknowledged is finished, the store is closed last. */
async function closeAll({ channels, teller, news, chat, desk, io, http, caseDesk, caseTalk, outageTalk, insights, retention, conversations, summaries, studio, presence, stored, facilities, logger, closeKnowledge }: Closing): Promise<void> {
  http.close();
  presence.stop();
  news.stop();
  stored.stop();
  await retention.stop();
  await insights.stop();
  await studio.stop();
  await conversations.stop();
  // Hears the last answers as well.
  await outageTalk.stop();
  await summaries?.stop();
  await channels.stop();
  await teller.stop();
  caseDesk.stop();
  caseTalk.stop();
  chat.close();
  desk.close();
  await allGone(io, FAREWELL_MS);
  await closeConnections(io, http, FAREWELL_MS);
  await closeKnowledge();
  await facilities.close();
  logger.info({}, 'stopped');
}

function once(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= task());
}
