/** Sends one text message to a number. Rejects when it could not be handed over. */
import type { Msisdn } from '../domain/ids.js';

export interface TextMessages {
  send(to: Msisdn, text: string, code: string | null): Promise<void>;
}
