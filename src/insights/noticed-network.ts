/** The operator's network as the skills see it: with the outages that the house itself has given notice of. */
import type { LineCheck, Outage, Ticket } from '../domain/account.js';
import type { Msisdn } from '../domain/ids.js';
import { outagesOf } from '../domain/outage-notice.js';
import type { OutageNotices } from '../ports/outage-notices.js';
import type { ServiceNetwork } from '../ports/service-network.js';

export class NoticedNetwork implements ServiceNetwork {
  constructor(
    private readonly network: ServiceNetwork,
    private readonly notices: OutageNotices,
  ) {}

  /** Notices first: they are in words that somebody chose. They are given even while the operator's system is silent. */
  async outages(region: string): Promise<readonly Outage[]> {
    const running = await this.notices.running();
    const noticed = running.flatMap((notice) => outagesOf(notice, region));
    if (noticed.length === 0) return this.network.outages(region);
    const known = await this.network.outages(region).catch((): readonly Outage[] => []);
    return [...noticed, ...known.filter(({ service }) => !noticed.some((one) => one.service === service))];
  }

  checkLine(msisdn: Msisdn): Promise<LineCheck | null> {
    return this.network.checkLine(msisdn);
  }

  puk(msisdn: Msisdn): Promise<string> {
    return this.network.puk(msisdn);
  }

  tickets(msisdn: Msisdn): Promise<readonly Ticket[]> {
    return this.network.tickets(msisdn);
  }

  openTicket(msisdn: Msisdn, kind: Ticket['kind'], note: string, orderKey: string): Promise<Ticket> {
    return this.network.openTicket(msisdn, kind, note, orderKey);
  }
}
