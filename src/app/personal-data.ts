/** Puts together what a subscriber may have done with what is kept of them. */
import type { Record } from '../conversation/record.js';
import { StoredPersonalData } from '../conversation/personal-data.js';
import { COPY_LINKS, ExpiringLinks } from '../identity/expiring-links.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { PersonalData } from '../ports/personal-data.js';
import type { Store } from '../adapters/store/store.js';

export interface PersonalParts {
  readonly store: Pick<Store, 'personal' | 'log' | 'attachments' | 'audit'>;
  readonly record: Record;
  readonly bus: Bus;
  readonly secret: string;
  readonly clock: Clock;
  readonly ids: Ids;
}

export function createPersonalData({ store, record, bus, secret, clock, ids }: PersonalParts): StoredPersonalData {
  const links = new ExpiringLinks(secret, COPY_LINKS);
  return new StoredPersonalData({ ...{ record, bus, links, clock, ids }, records: store.personal, log: store.log, attachments: store.attachments, audit: store.audit });
}

/** For trying a draft: there is nothing, and nothing is erased. */
export const REHEARSED_PERSONAL: PersonalData = {
  counts: () => Promise.resolve({ conversations: 1, messages: 1, files: 0, openCases: 0 }),
  erase: () => Promise.resolve({ conversations: 1, messages: 1, files: 0, openCases: 0 }),
};
