/** Who the subscriber is to the server: the site's token, the way back into the conversation, and what happens when either changes. */
import { whoOf, type ResumePoint, type ResumeStore } from './resume-store.js';

export class Passport {
  readonly #store: ResumeStore;
  #token: string | null;
  /** Whose the conversation at hand is: a token that was refused makes it nobody else's. */
  #who: string;
  #resumeToken: string | null;

  constructor(store: ResumeStore, token: string | null) {
    this.#store = store;
    this.#token = token;
    this.#who = whoOf(token);
    this.#resumeToken = this.point?.resumeToken ?? null;
  }

  get who(): string {
    return this.#who;
  }

  get point(): ResumePoint | null {
    return this.#store.load(this.who);
  }

  get resumeToken(): string | null {
    return this.#resumeToken;
  }

  /** The two passes as the handshake carries them. */
  get passes(): { token?: string; resumeToken?: string } {
    return {
      ...(this.#token === null ? {} : { token: this.#token }),
      ...(this.#resumeToken === null ? {} : { resumeToken: this.#resumeToken }),
    };
  }

  issued(resumeToken: string): void {
    this.#resumeToken = resumeToken;
  }

  remember(conversationId: string, lastSeq: number): void {
    if (this.#resumeToken !== null) this.#store.save(this.who, { conversationId, resumeToken: this.#resumeToken, lastSeq });
  }

  /** `kept`: the conversation at hand goes on, with what is not confirmed yet. A guest who signs in takes it along, unless it was never used and there is an older one. */
  change(token: string | null, hasSpoken: boolean): 'kept' | 'another' {
    const before = this.who;
    const point = this.point;
    this.#token = token;
    this.#who = whoOf(token);
    if (this.who === before) return 'kept';
    if (before === 'guest' && (hasSpoken || this.point === null)) {
      if (point !== null) this.#store.save(this.who, point);
      this.#store.forget(before);
      this.#store.saveUnsent(this.who, this.#store.loadUnsent(before));
      this.#store.saveUnsent(before, []);
      return 'kept';
    }
    this.#resumeToken = this.point?.resumeToken ?? null;
    return 'another';
  }

  /** A stale pass must not lock the subscriber out: first the site's token is dropped, then the way back. */
  refused(): 'token' | 'resume' | 'nothing' {
    if (this.#token !== null) {
      this.#token = null;
      return 'token';
    }
    if (this.#resumeToken === null) return 'nothing';
    this.#store.forget(this.who);
    this.#resumeToken = null;
    return 'resume';
  }
}
