/** Which people of the enterprise our agents are in WeCom: sessions are passed to them when an agent accepts. */
import type { StaffId } from '../../domain/ids.js';
import type { StaffDirectory } from '../../ports/staff-directory.js';

export interface ServicerSettings {
  /** By an agent's e-mail address in lower case. */
  readonly byEmail: ReadonlyMap<string, string>;
  /** For all others; null: their sessions stay where they are, and are answered from our desk. */
  readonly others: string | null;
}

export class Servicers {
  readonly #all: ReadonlySet<string>;

  constructor(
    private readonly settings: ServicerSettings,
    private readonly staff: Pick<StaffDirectory, 'find'>,
  ) {
    this.#all = new Set([...settings.byEmail.values(), ...(settings.others === null ? [] : [settings.others])]);
  }

  async of(staffId: StaffId): Promise<string | null> {
    if (this.settings.byEmail.size === 0) return this.settings.others;
    const email = (await this.staff.find(staffId))?.email.toLowerCase() ?? '';
    return this.settings.byEmail.get(email) ?? this.settings.others;
  }

  /** Whether it may be us who passed a session to this person. */
  has(servicer: string | null): boolean {
    return servicer !== null && this.#all.has(servicer);
  }
}
