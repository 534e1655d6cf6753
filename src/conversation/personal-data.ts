/** What a verified subscriber may do with what is kept of them: have a copy by a link that soon expires, and have all of it erased. */
import type { Conversation } from '../domain/conversation.js';
import { erasing } from '../domain/erasing.js';
import { isRefusal, ProductError, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId, Msisdn } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import type { ExpiringLinks } from '../identity/expiring-links.js';
import type { AttachmentStore } from '../ports/attachment-store.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { ConversationLog } from '../ports/conversation-log.js';
import type { Ids } from '../ports/ids.js';
import type { HeldCounts, PersonalData } from '../ports/personal-data.js';
import type { PersonalHolding, PersonalRecords } from '../ports/personal-records.js';
import { privacyWords } from '../wording/privacy/words.js';
import { handedOut } from './handed-out.js';
import { copyAsJson, copyAsPage } from './personal-copy.js';
import type { PersonalCopy } from './personal-copy.js';
import type { Record } from './record.js';
import { wholeRecord } from './whole-record.js';

export type CopyFormat = 'html' | 'json';

export interface CopyFile {
  readonly mime: string;
  readonly fileName: string;
  readonly body: string;
}

export interface PersonalLink {
  readonly label: string;
  /** Path on this server. */
  readonly href: string;
}

export interface PersonalDataDeps {
  readonly records: PersonalRecords;
  readonly record: Record;
  readonly log: ConversationLog;
  readonly attachments: AttachmentStore;
  readonly audit: AuditLog;
  readonly bus: Bus;
  readonly links: ExpiringLinks;
  readonly clock: Clock;
  readonly ids: Ids;
}

const FORMATS: readonly CopyFormat[] = ['html', 'json'];
const MOST_REVEALS = 1000;

export class StoredPersonalData implements PersonalData {
  constructor(private readonly deps: PersonalDataDeps) {}

  async counts(msisdn: Msisdn): Promise<HeldCounts> {
    return countsOf(await this.deps.records.held(msisdn));
  }

  /** Texts and files first, the conversations last: whoever is interrupted finds them again and can ask once more. */
  async erase(msisdn: Msisdn, current: ConversationId): Promise<HeldCounts> {
    const { records, attachments, record, bus, clock, ids } = this.deps;
    const words = { 'zh-CN': privacyWords('zh-CN').gone, en: privacyWords('en').gone };
    const erased = await records.forgetting(async () => {
      const holding = await records.held(msisdn);
      const { conversations } = holding;
      const counts = countsOf(holding);
      const act = { staff: null, act: 'personal-data.erased', conversationId: current, target: null, reason: '', detail: `${counts.conversations}/${counts.messages}/${counts.files}` };
      await records.erase({ msisdn, conversations, current, words }, { ...act, id: ids.next(), at: clock.now() });
      await attachments.erase(conversations.map(({ id }) => id));
      for (const { id } of conversations) {
        const changed = await record.change({ id, step: (conversation) => ({ conversation: erasing(conversation, clock.now()), additions: [], result: null }) });
        if (isRefusal(changed)) throw new ProductError('unavailable', 'a conversation could not be erased');
      }
      return counts;
    });
    bus.publish({ type: 'words.erased' });
    return erased;
  }

  /** For the subscriber's own page alone: nothing of a link is in the record. */
  linksBelow({ copyUntil }: Message, { id, identity, locale }: Conversation): readonly PersonalLink[] {
    const { links, clock } = this.deps;
    if (copyUntil === undefined || copyUntil <= clock.now() || identity === null) return [];
    const pass = links.passUntil(sealed(id, identity.msisdn), copyUntil);
    return FORMATS.map((format) => ({ label: privacyWords(locale).copyLinks[format], href: `/api/privacy/copy/${id}?format=${format}&pass=${pass}` }));
  }

  /** `unauthenticated` when the link has expired or the conversation is somebody else's by now. */
  async copy(id: ConversationId, { pass, format }: { pass: string; format: CopyFormat }): Promise<CopyFile | Refusal> {
    const { log, links, clock, audit, ids } = this.deps;
    const conversation = await log.find(id);
    const msisdn = conversation?.identity?.msisdn;
    if (!conversation || !msisdn || !links.opens(sealed(id, msisdn), pass, clock.now())) return refuse('unauthenticated', 'the link has expired');
    await audit.add({ ...{ id: ids.next(), at: clock.now(), staff: null, act: 'personal-data.copied' }, conversationId: id, target: null, reason: '', detail: format });
    const copy = await this.#copyOf(msisdn, conversation);
    const fileName = `jiebang-${clock.now()}.${format}`;
    return format === 'json' ? { mime: 'application/json; charset=utf-8', fileName, body: copyAsJson(copy) } : { mime: 'text/html; charset=utf-8', fileName, body: copyAsPage(copy) };
  }

  async #copyOf(msisdn: Msisdn, { locale }: Conversation): Promise<PersonalCopy> {
    const { records, log, audit, clock } = this.deps;
    const holding = await records.held(msisdn);
    const talks = [];
    const reveals = [];
    for (const { id } of holding.conversations) {
      const conversation = await log.find(id);
      if (!conversation) continue;
      talks.push({ conversation, messages: handedOut(conversation, await wholeRecord(this.deps, id)) });
      reveals.push(...(await audit.list({ conversationId: id, act: 'number.revealed', limit: MOST_REVEALS })));
    }
    return { msisdn, locale, madeAt: clock.now(), talks, holding, reveals };
  }
}

function sealed(id: ConversationId, msisdn: Msisdn): string {
  return `${id}:${msisdn}`;
}

function countsOf({ conversations, messages, files, cases }: PersonalHolding): HeldCounts {
  return { conversations: conversations.length, messages, files, openCases: cases.filter(({ stage }) => stage !== 'closed').length };
}
