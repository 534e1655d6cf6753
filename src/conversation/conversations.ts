/** The room's face: everything that can happen to a conversation, for the doors above. */
import type { Brief, Channel, Conversation, VerifiedIdentity } from '../domain/conversation.js';
import { newConversation } from '../domain/conversation-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId, Msisdn, StaffId } from '../domain/ids.js';
import { conversationId, visitorId } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Message, Speaker, StaffNote } from '../domain/message.js';
import type { PresenceStatus, Staff } from '../domain/staff.js';
import type { Place } from '../handoff/line.js';
import type { PresenceRow } from '../ports/presence-board.js';
import * as acts from './agent-acts.js';
import { acceptPass, declinePass } from './team-acts.js';
import { Team } from './team.js';
import { briefToRead } from './briefing.js';
import { fileToSend } from './files.js';
import { Errands } from './errands.js';
import { FirstRanges } from './first-ranges.js';
import { FloorAlerts } from './floor-alerts.js';
import { FloorBoard } from './floor-board.js';
import { FollowUps } from './follow-ups.js';
import { isAboutSolved } from './case-talk.js';
import { tellAnswered } from './gap-news.js';
import type { GapNews, NewsTold } from './gap-news.js';
import { giveBack } from './giving-back.js';
import { askForPerson } from './hand-over.js';
import type { PersonAnswer } from './hand-over.js';
import { Offers } from './offers.js';
import { Outside } from './outside.js';
import { receive } from './receive.js';
import type { Incoming } from './receive.js';
import { rate } from './rating.js';
import type { Rated } from './rating.js';
import { Proposals } from './proposals.js';
import type { StoredPersonalData } from './personal-data.js';
import { Reclaim } from './reclaim.js';
import { lookInto, revealNumber } from './revealing.js';
import type { ConversationRoom } from './room.js';
import { StaffHelp } from './staff-help.js';
import { makeTranscript } from './transcript.js';
import type { Transcript, TranscriptFormat } from './transcript.js';
import { Turns } from './turns.js';

export interface OpenRequest {
  readonly resumeToken: string | null;
  readonly seenUpTo?: number;
  readonly msisdn: Msisdn | null;
  readonly locale: Locale | null;
  readonly channel: Channel;
}

export interface Opened {
  /** As stored, or as it will be stored with its first message: nobody who only looks leaves a row behind. */
  readonly conversation: Conversation;
  readonly resumeToken: string;
}

export class Conversations {
  readonly offers: Offers;
  readonly outside: Outside;
  readonly team: Team;
  readonly board: FloorBoard;
  readonly followUps: FollowUps;
  readonly proposals: Proposals;
  readonly help: StaffHelp;
  readonly personal: StoredPersonalData;
  readonly #reclaim: Reclaim;
  readonly #turns: Turns;
  readonly #firstRanges: FirstRanges;
  readonly #loops: readonly { start(): void; stop(): void }[];

  constructor(private readonly room: ConversationRoom) {
    this.offers = new Offers(room);
    this.outside = new Outside(room);
    this.team = new Team(room);
    this.board = new FloorBoard(room);
    this.followUps = new FollowUps(room);
    this.proposals = new Proposals(room);
    this.help = new StaffHelp(room);
    this.personal = room.personal;
    this.#reclaim = new Reclaim(room, this.offers);
    this.#turns = new Turns(room);
    this.#firstRanges = new FirstRanges(room);
    const errands = new Errands(room, { rated: (errand) => this.followUps.run(errand), answered: (message) => this.#turns.begin(message) });
    this.#loops = [this.offers, this.#reclaim, new FloorAlerts({ ...room, board: this.board }), errands];
  }

  /** Starts the loops, and takes the turns that were acknowledged but not answered before a crash. */
  async start(): Promise<void> {
    for (const loop of this.#loops) loop.start();
    await this.#turns.start();
  }

  /** True once the house is closing: from then on the doors take nothing new. */
  get isStopping(): boolean {
    return this.#turns.isFinishing;
  }

  /** Ends the loops and finishes what was begun: a message still being written owes a turn of its own. */
  async stop(): Promise<void> {
    this.board.stop();
    for (const loop of this.#loops) loop.stop();
    await this.#turns.finish();
  }

  // ——— the subscriber's side

  /** A forged or foreign resume token is refused; none at all begins a new conversation. */
  async open(request: OpenRequest): Promise<Opened | Refusal> {
    const { ids, clock, log, resumeTokens } = this.room;
    const id = request.resumeToken === null ? conversationId(ids.next()) : resumeTokens.open(request.resumeToken);
    if (id === null) return refuse('unauthenticated', 'unknown resume token');
    const now = clock.now();
    const identity: VerifiedIdentity | null = request.msisdn === null ? null : { msisdn: request.msisdn, via: 'site-token', at: now, stepUpUntil: null };
    const stored = request.resumeToken === null ? null : await log.find(id);
    // What was said for one number is left behind with it. Or the page has words of it, the record has it no more: it was kept long enough, and what comes now is another one.
    if (stored?.isLeft || (!stored && (request.seenUpTo ?? 0) > 0)) return this.open({ ...request, resumeToken: null, seenUpTo: 0 });
    const resumeToken = resumeTokens.issue(id);
    if (!stored) {
      const fresh = newConversation({ id, visitorId: visitorId(id), channel: request.channel, locale: request.locale ?? 'zh-CN', identity, now });
      return { conversation: fresh, resumeToken };
    }
    if (!identity || stored.identity?.msisdn === identity.msisdn) return { conversation: stored, resumeToken };
    // Another subscriber's conversation is not theirs to go on with, however the token got here.
    if (stored.identity) return refuse('not-yours', 'the conversation belongs to another subscriber');
    const changed = await this.room.record.change({ id, step: (current) => ({ conversation: { ...current, identity: current.identity ?? identity }, additions: [], result: null }) });
    if (isRefusal(changed)) return changed;
    return { conversation: 'duplicate' in changed ? stored : changed.conversation, resumeToken };
  }

  /** Resolves once the message is durable; the assistant's turn follows by itself. */
  async receive(initial: Conversation, incoming: Incoming): Promise<Message | Refusal> {
    this.#turns.enter();
    try {
      const received = await receive(this.room, initial, incoming);
      if (!isRefusal(received) && (received.owesTurn || isAboutSolved(received.message))) this.#turns.begin(received.spoken, received.early);
      return isRefusal(received) ? received : received.message;
    } finally {
      this.#turns.leave();
    }
  }

  /** A file uploaded into this very conversation goes out as a message of its subscriber. */
  async receiveFile(initial: Conversation, sent: { clientId: string; attachmentId: string }): Promise<Message | Refusal> {
    const file = await fileToSend(this.room, initial, sent.attachmentId);
    return isRefusal(file) ? file : this.receive(initial, { clientId: sent.clientId, ...file });
  }

  async askForPerson(initial: Conversation, reason: string | null): Promise<PersonAnswer | Refusal> {
    return askForPerson(this.room, initial, reason);
  }

  async find(id: ConversationId): Promise<Conversation | null> {
    return this.room.log.find(id);
  }

  /** Held, so that a page that is catching up when the house closes still gets the last answer. */
  messages(id: ConversationId, range: { afterSeq?: number; beforeSeq?: number; limit: number }): Promise<readonly Message[]> {
    return this.#turns.hold(() => this.room.log.messages(id, range));
  }

  async markRead(id: ConversationId, who: 'subscriber' | 'agent', seq: number): Promise<void> {
    await this.room.record.change({
      id,
      step: (current) => {
        const upTo = Math.min(seq, current.lastSeq);
        const conversation = upTo > current.readSeq[who] ? { ...current, readSeq: { ...current.readSeq, [who]: upTo } } : current;
        return { conversation, additions: [], result: null };
      },
    });
  }

  /** `text`: what the subscriber has written so far; agents see it come. */
  async typing(id: ConversationId, { from, isOn, text }: { from: Speaker; isOn: boolean; text?: string | undefined }): Promise<void> {
    const conversation = await this.room.log.find(id);
    if (conversation?.state !== 'live') return;
    const ownerId = conversation.owner?.staffId ?? null;
    this.room.bus.publish({ type: 'typing.changed', conversationId: id, channel: conversation.channel, from, isOn, ownerId, ...(text === undefined ? {} : { text }) });
  }

  rate(id: ConversationId, rated: Rated): Promise<null | 'again' | Refusal> {
    return rate(this.room, this.followUps, { id, rated });
  }

  async end(id: ConversationId): Promise<null | Refusal> {
    const closed = await acts.closeBySubscriber(this.room, id);
    return isRefusal(closed) ? closed : null;
  }

  async transcript(conversation: Conversation, format: TranscriptFormat): Promise<Transcript> {
    return makeTranscript(this.room, conversation, format);
  }

  /** What is shown first is kept, and later held against what came of it. */
  async places(): Promise<ReadonlyMap<ConversationId, Place>> {
    const places = await this.room.line.places();
    await this.#firstRanges.note(places);
    return places;
  }

  floor(): ReturnType<ConversationRoom['line']['floor']> {
    return this.room.line.floor();
  }

  liveOf(staffId: StaffId): Promise<readonly Conversation[]> {
    return this.room.waitingLine.liveOf(staffId);
  }

  /** Whoever served a conversation may still read its record afterwards. */
  hasServed(staffId: StaffId, id: ConversationId): Promise<boolean> {
    return this.room.waitingLine.hasServed(staffId, id);
  }

  brief(conversation: Conversation, locale: Locale, patienceMs?: number): Promise<Brief> {
    return briefToRead(this.room, conversation, locale, patienceMs);
  }

  notes(id: ConversationId): Promise<readonly StaffNote[]> {
    return this.room.log.notes(id);
  }

  // ——— the agent's side

  async setPresence(staffId: StaffId, status: PresenceStatus, capacity?: number): Promise<PresenceRow> {
    const row = await this.room.presence.set(staffId, status, capacity);
    if (status === 'offline') await this.#reclaim.releaseAll(staffId);
    if (status !== 'online') await this.offers.withdrawAll(staffId);
    return row;
  }

  async staffArrived(staffId: StaffId): Promise<PresenceRow> {
    return this.room.presence.socketOpened(staffId);
  }

  async staffLeft(staffId: StaffId): Promise<void> {
    await this.room.presence.socketClosed(staffId);
    const row = await this.room.board.find(staffId);
    if (!row?.isConnected) await this.offers.withdrawAll(staffId);
  }

  /** What a colleague asks goes before what the line offers. */
  async accept(staff: Staff, id: ConversationId): Promise<Conversation | Refusal> {
    const conversation = await this.room.log.find(id);
    const taken = conversation && (await acceptPass(this.room, staff, conversation));
    return taken ?? acts.accept(this.room, staff, id);
  }

  async decline(staff: Staff, id: ConversationId, reason = ''): Promise<Conversation | Refusal> {
    const conversation = await this.room.log.find(id);
    const ended = conversation && (await declinePass(this.room, staff, { conversation, reason }));
    return ended ?? this.offers.decline(id, staff.id, reason);
  }

  speak(staff: Staff, said: acts.Said): Promise<Message | Refusal> {
    return acts.speak(this.room, staff, said);
  }

  async speakFile(staff: Staff, sent: { id: ConversationId; clientId: string; attachmentId: string; epoch?: number }): Promise<Message | Refusal> {
    const conversation = await this.room.log.find(sent.id);
    if (!conversation) return refuse('not-found');
    const file = await fileToSend(this.room, conversation, sent.attachmentId);
    return isRefusal(file) ? file : acts.speak(this.room, staff, { id: sent.id, clientId: sent.clientId, ...file });
  }

  addNote(staff: Staff, note: acts.Noted): Promise<StaffNote> {
    return acts.addNote(this.room, staff, note);
  }

  readonly lookInto = (staff: Staff, conversation: Conversation): Promise<void> => lookInto(this.room, staff, conversation);

  revealNumber(staff: Staff, asked: { conversation: Conversation; reason: string }): Promise<{ msisdn: Msisdn } | Refusal> {
    return revealNumber(this.room, staff, asked);
  }

  /** To a colleague who is there it is a question; to a group, or a colleague who is away, it goes back into the line, unless `isAskedOnly`. */
  async transfer(staff: Staff, pass: { id: ConversationId; to: acts.TransferTarget; note: string; isAskedOnly?: boolean }): Promise<Conversation | Refusal> {
    if (!('staffId' in pass.to)) return acts.transfer(this.room, staff, pass);
    const asked = await this.team.askColleague(staff, { id: pass.id, kind: 'transfer', colleagueId: pass.to.staffId, note: pass.note });
    return isRefusal(asked) && asked.refused === 'unavailable' && pass.isAskedOnly !== true ? acts.transfer(this.room, staff, pass) : asked;
  }

  giveBack(staff: Staff, id: ConversationId): Promise<Conversation | Refusal> {
    return this.#turns.hold(() => giveBack(this.room, staff, { id, takeUp: (message) => this.#turns.begin(message) }));
  }

  tellAnswered(news: GapNews): Promise<NewsTold> {
    return tellAnswered(this.room, news);
  }

  close(staff: Staff, end: acts.Ending): Promise<Conversation | Refusal> {
    return acts.closeByAgent(this.room, staff, end);
  }

  takeOver(staff: Staff, id: ConversationId): Promise<Conversation | Refusal> {
    return acts.takeOver(this.room, staff, id);
  }
}
