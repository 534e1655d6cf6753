/** Keeps what is personal away from a model: stable placeholders go out in its place, and only this session's own come back. */
import { findPersonal } from './personal.js';
import type { PersonalKind } from './personal.js';

const LABELS: Readonly<Record<PersonalKind, string>> = { phone: 'PHONE', identity: 'ID', card: 'CARD', email: 'EMAIL', name: 'NAME', address: 'ADDRESS', code: 'CODE' };
const PLACEHOLDER = /\[\s*(PHONE|ID|CARD|EMAIL|NAME|ADDRESS|CODE)[-_ ]?(\d{1,3})\s*\]/giu;

export interface MaskingOptions {
  /** The subscriber's full name, where the session knows it. */
  readonly names?: readonly string[];
}

/** One for each session or turn; nothing in it outlives it. */
export class Masking {
  private readonly placeholders = new Map<string, string>();
  private readonly originals = new Map<string, string>();
  private readonly counts = new Map<PersonalKind, number>();

  constructor(private readonly options: MaskingOptions = {}) {}

  /** The text as a model may read it. The same value always has the same placeholder. */
  mask(text: string): string {
    const inert = text.replace(PLACEHOLDER, (_, label: string, number: string) => `(${label.toLowerCase()} ${number})`);
    let masked = '';
    let at = 0;
    for (const { start, end, kind, value } of findPersonal(inert, this.options.names ?? [])) {
      masked += inert.slice(at, start) + this.placeholderOf(kind, value, inert.slice(start, end));
      at = end;
    }
    return masked + inert.slice(at);
  }

  /** Masks every string in a tool's result; keys and numbers stay. */
  maskAll(value: unknown): unknown {
    if (typeof value === 'string') return this.mask(value);
    if (Array.isArray(value)) return value.map((one) => this.maskAll(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.maskAll(one)]));
  }

  /** Puts back what this session masked. A placeholder it never gave stays as it is, and `hasForeign` tells. */
  restore(text: string): string {
    return text.replace(PLACEHOLDER, (whole, label: string, number: string) => this.originals.get(`[${label.toUpperCase()}-${Number(number)}]`) ?? whole);
  }

  /** For a text that is kept: names and places come back, of numbers only as much as tells them apart, and no code. */
  restoreInPart(text: string): string {
    return text.replace(PLACEHOLDER, (whole, label: string, number: string) => {
      const original = this.originals.get(`[${label.toUpperCase()}-${Number(number)}]`);
      return original === undefined ? whole : inPart(label.toUpperCase(), original);
    });
  }

  /** Whether the text has a placeholder that this session never gave. */
  hasForeign(text: string): boolean {
    return [...text.matchAll(PLACEHOLDER)].some(([, label, number]) => !this.originals.has(`[${label?.toUpperCase() ?? ''}-${Number(number)}]`));
  }

  private placeholderOf(kind: PersonalKind, value: string, original: string): string {
    const key = `${kind}:${value}`;
    const known = this.placeholders.get(key);
    if (known !== undefined) return known;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    const made = `[${LABELS[kind]}-${count}]`;
    this.placeholders.set(key, made);
    this.originals.set(made, original);
    return made;
  }
}

const HIDDEN = '****';

function inPart(label: string, original: string): string {
  switch (label) {
    case 'PHONE':
      return original.slice(0, 3) + HIDDEN + original.slice(-4);
    case 'ID':
    case 'CARD':
      return HIDDEN + original.slice(-4);
    case 'CODE':
    case 'EMAIL':
      return HIDDEN;
    default:
      return original;
  }
}

/** Whether anything personal stood here before it was masked. */
export function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) >= 0;
}
