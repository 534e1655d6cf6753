/** Up to when this browser was told of alerts, and which: what is raised while it is away it is told when it is back, and nothing twice. */
export interface SeenAlerts {
  /** Epoch ms by the server's clock; null where nothing was ever told. */
  readonly after: number | null;
  readonly ids: readonly string[];
}

const KEY = 'jiebang.desk.alerts';
/** More than are raised in the minute that is told twice. */
const IDS_KEPT = 100;

export class AlertsSeen {
  #seen: SeenAlerts;

  /** For each of the staff by themselves: a desk changes hands. */
  constructor(
    private readonly storage: Storage,
    private readonly staffId: string,
  ) {
    this.#seen = read(storage, this.#key);
  }

  get after(): number | null {
    return this.#seen.after;
  }

  /** False: it was told before. */
  isNew({ id, at }: { readonly id?: string | undefined; readonly at?: number | undefined }): boolean {
    if (id === undefined || at === undefined) return true;
    if (this.#seen.ids.includes(id)) return false;
    this.#keep({ after: Math.max(this.#seen.after ?? 0, at), ids: [id, ...this.#seen.ids].slice(0, IDS_KEPT) });
    return true;
  }

  /** The page stands before somebody, and hears of what is raised from here on. */
  here(now: number): void {
    this.#keep({ ...this.#seen, after: Math.max(this.#seen.after ?? 0, Math.floor(now)) });
  }

  get #key(): string {
    return `${KEY}.${this.staffId}`;
  }

  #keep(seen: SeenAlerts): void {
    this.#seen = seen;
    try {
      this.storage.setItem(this.#key, JSON.stringify(seen));
    } catch {
      // Full: it is known until the page goes.
    }
  }
}

function read(storage: Storage, key: string): SeenAlerts {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? 'null') as Partial<SeenAlerts> | null;
    const after = typeof kept?.after === 'number' && Number.isSafeInteger(kept.after) ? kept.after : null;
    return { after, ids: Array.isArray(kept?.ids) ? kept.ids.filter((id) => typeof id === 'string') : [] };
  } catch {
    return { after: null, ids: [] };
  }
}
