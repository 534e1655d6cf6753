/** Who one plays in the demo: signs in as the operator's site would, remembers it for the tab, tells the widget. */
import { Signal } from '../kit/signal.js';
import type { CastMember } from './page-config.js';

export interface Player {
  readonly msisdn: string;
  readonly name: string;
  readonly token: string;
}

const KEY = 'jiebang:demo-player';

export class DemoSession {
  readonly player: Signal<Player | null>;
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.player = new Signal(recall(storage));
  }

  /** False when the server did not sign the member in. */
  async play(member: CastMember): Promise<boolean> {
    try {
      const answer = await fetch('/demo/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ msisdn: member.msisdn }) });
      if (!answer.ok) return false;
      const { token } = (await answer.json()) as { token: string };
      this.#become({ msisdn: member.msisdn, name: member.name, token });
      return true;
    } catch {
      return false;
    }
  }

  leave(): void {
    this.#become(null);
  }

  #become(player: Player | null): void {
    if (player === null) this.#storage.removeItem(KEY);
    else this.#storage.setItem(KEY, JSON.stringify(player));
    this.player.set(player);
    window.Jiebang?.identify(player?.token ?? null);
  }
}

function recall(storage: Storage): Player | null {
  try {
    const player = JSON.parse(storage.getItem(KEY) ?? 'null') as Partial<Player> | null;
    return typeof player?.token === 'string' && typeof player.msisdn === 'string' && typeof player.name === 'string' ? (player as Player) : null;
  } catch {
    return null;
  }
}
