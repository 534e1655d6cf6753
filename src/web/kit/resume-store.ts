/** What the browser remembers between visits: the way back into the conversation, what was typed but never confirmed, and what is still being typed. */
import type { Outgoing } from './thread.js';

export interface ResumePoint {
  readonly conversationId: string;
  readonly resumeToken: string;
  readonly lastSeq: number;
}

/** The part of the Web Storage interface that is needed; a browser may refuse it altogether. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Shelves {
  /** Outlives the visit. */
  readonly lasting: Shelf | null;
  /** Ends with the tab: unconfirmed words belong to the tab they were typed in. */
  readonly tab: Shelf | null;
}

export class ResumeStore {
  readonly #shelves: Shelves;
  readonly #prefix: string;

  /** `server`: origin of the server, so that pages of several operators on one site stay apart. */
  constructor(shelves: Shelves, server: string) {
    this.#shelves = shelves;
    this.#prefix = `jiebang:${server}:`;
  }

  load(who: string): ResumePoint | null {
    const value = read(this.#shelves.lasting, this.#key('resume', who));
    return isResumePoint(value) ? value : null;
  }

  save(who: string, point: ResumePoint): void {
    write(this.#shelves.lasting, this.#key('resume', who), point);
  }

  forget(who: string): void {
    write(this.#shelves.lasting, this.#key('resume', who), null);
  }

  loadUnsent(who: string): readonly Outgoing[] {
    const value = read(this.#shelves.tab, this.#key('unsent', who));
    return Array.isArray(value) ? value.filter(isOutgoing) : [];
  }

  saveUnsent(who: string, items: readonly Outgoing[]): void {
    const kept = items.filter((item) => !('action' in item.body));
    write(this.#shelves.tab, this.#key('unsent', who), kept.length === 0 ? null : kept);
  }

  loadDraft(who: string): string {
    const value = read(this.#shelves.tab, this.#key('draft', who));
    return typeof value === 'string' ? value : '';
  }

  saveDraft(who: string, text: string): void {
    write(this.#shelves.tab, this.#key('draft', who), text === '' ? null : text);
  }

  #key(kind: string, who: string): string {
    return `${this.#prefix}${kind}:${who}`;
  }
}

function read(shelf: Shelf | null, key: string): unknown {
  try {
    const text = shelf?.getItem(key);
    return text ? (JSON.parse(text) as unknown) : null;
  } catch {
    return null;
  }
}

function write(shelf: Shelf | null, key: string, value: unknown): void {
  try {
    if (value === null) shelf?.removeItem(key);
    else shelf?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs the way back after a reload, never the conversation at hand.
  }
}

function isResumePoint(value: unknown): value is ResumePoint {
  const point = value as Partial<ResumePoint> | null;
  return typeof point?.resumeToken === 'string' && typeof point.conversationId === 'string' && typeof point.lastSeq === 'number';
}

function isOutgoing(value: unknown): value is Outgoing {
  const item = value as Partial<Outgoing> | null;
  return typeof item?.clientId === 'string' && typeof item.text === 'string' && typeof item.at === 'number' && typeof item.body === 'object';
}

/** The key a conversation is remembered under: the signed-in number as a hash (a shared computer reads no numbers), or a guest. */
export function whoOf(token: string | null): string {
  const subject = token === null ? null : subjectOf(token);
  if (subject === null) return 'guest';
  let hash = 0xcbf29ce484222325n;
  for (const char of subject) hash = ((hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(36);
}

function subjectOf(token: string): string | null {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const subject: unknown = (JSON.parse(atob(payload)) as { sub?: unknown }).sub;
    return typeof subject === 'string' ? subject : null;
  } catch {
    return null;
  }
}
