/** The state of the network and of one subscriber's line, and the tickets that follow from it. */
import type { LineCheck, Outage, Ticket } from '../domain/account.js';
import type { Msisdn } from '../domain/ids.js';

export interface ServiceNetwork {
  outages(region: string): Promise<readonly Outage[]>;
  /** Null when the subscriber has no broadband. */
  checkLine(msisdn: Msisdn): Promise<LineCheck | null>;
  /** The card's unblocking code, eight digits; step-up verification is the caller's duty. */
  puk(msisdn: Msisdn): Promise<string>;
  /** Newest first. */
  tickets(msisdn: Msisdn): Promise<readonly Ticket[]>;
  openTicket(msisdn: Msisdn, kind: Ticket['kind'], note: string, orderKey: string): Promise<Ticket>;
}
