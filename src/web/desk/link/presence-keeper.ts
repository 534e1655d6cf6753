/** Remembers what presence the agent asked for, and asks again whenever the server has forgotten. */
import type { DeskPayload } from '../state/desk-state.js';
import type { Answer, DeskSocket } from './desk-socket.js';
import { keepPresence, loadPresence } from './session.js';
import type { WantedPresence } from './session.js';

export class PresenceKeeper {
  #isFresh = true;
  #pending = 0;

  constructor(private readonly parts: { readonly ask: DeskSocket['ask']; readonly storage: Storage }) {}

  disconnected(): void {
    this.#isFresh = true;
  }

  async want(wanted: WantedPresence): Promise<Answer> {
    keepPresence(this.parts.storage, wanted);
    this.#pending += 1;
    const answer = await this.parts.ask('presence', wanted);
    this.#pending -= 1;
    return answer;
  }

  /** True for the first word of the server after a connection. Later changes, made by another tab or by the server, are adopted. */
  heard(desk: DeskPayload<'desk'>): boolean {
    const wanted = loadPresence(this.parts.storage);
    if (!this.#isFresh) {
      if (this.#pending === 0 && wanted && wanted.status !== desk.status)
        keepPresence(this.parts.storage, { status: desk.status, capacity: desk.capacity });
      return false;
    }
    this.#isFresh = false;
    if (wanted && (wanted.status !== desk.status || wanted.capacity !== desk.capacity)) void this.want(wanted);
    return true;
  }
}
