/** Whose record it is: every record that is read must name the subscriber that was asked about, and nobody else alone. */
import { parseMsisdn, type Msisdn } from '../../../domain/ids.js';

export type Verdict = 'own' | 'foreign' | 'unattributed';

/** Where the Open APIs name who a record belongs to, in all versions. */
const NAMING = ['relatedParty', 'logicalResource', 'partyAccount', 'billingAccount', 'receiverLogicalResource', 'realizingResource'] as const;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of one reference; since version 5 a party stands in `partyOrPartyRole`. */
function numbersIn(reference: unknown): readonly Msisdn[] {
  if (!isRecord(reference)) return [];
  const { id, name, value, partyOrPartyRole } = reference;
  const direct = [id, name, value].flatMap((text) => (typeof text === 'string' || typeof text === 'number' ? [parseMsisdn(String(text))] : []));
  return [...direct.filter((number) => number !== null), ...(partyOrPartyRole === undefined ? [] : numbersIn(partyOrPartyRole))];
}

export function numbersNamedBy(record: Readonly<Record<string, unknown>>): ReadonlySet<Msisdn> {
  const references = NAMING.flatMap((field) => {
    const value = record[field];
    return Array.isArray(value) ? (value as readonly unknown[]) : [value];
  });
  return new Set(references.flatMap(numbersIn));
}

/** A bucket that several share is everyone's whose number it names. */
export function verdictOn(record: Readonly<Record<string, unknown>>, msisdn: Msisdn): Verdict {
  const named = numbersNamedBy(record);
  if (named.has(msisdn)) return 'own';
  return named.size > 0 ? 'foreign' : 'unattributed';
}
