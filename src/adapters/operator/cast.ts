/** The twenty demo subscribers, 13800000001 to 13800000020, and what is interesting about each. */
import type { Localised } from '../../domain/locale.js';
import { CAST_HOME } from './cast-home.js';
import { CAST_MONEY } from './cast-money.js';
import type { Script } from './script.js';

export const CAST: readonly Script[] = [...CAST_MONEY, ...CAST_HOME];

export interface CastMember {
  readonly msisdn: string;
  readonly name: string;
  readonly planId: string;
  readonly story: Localised;
}

/** For the page and the prints at start: who is there to try. */
export const castMembers = (): readonly CastMember[] =>
  CAST.map(({ msisdn, name, planId, story }) => ({ msisdn, name, planId, story }));
