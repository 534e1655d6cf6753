/** Fetches files that people sent on a channel: only from hosts that are named, only so much, and never where a redirect leads. */
import { wholeFile } from '../../domain/attachment.js';
import type { BotAddress } from './bot-address.js';
import { isLoopback } from './connector.js';
import type { Connector } from './connector.js';
import type { OutsideFile } from './spoken.js';

const TIMEOUT_MS = 10_000;

export interface FetchedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export class OutsideFiles {
  constructor(
    private readonly connector: Connector,
    /** Ends of host names beside the channel's own, e.g. `.sharepoint.com`. */
    private readonly hosts: readonly string[],
  ) {}

  /** `not-received` also when it may not be fetched. */
  async fetch({ name, url }: OutsideFile, { serviceUrl }: Pick<BotAddress, 'serviceUrl'>): Promise<FetchedFile | 'too-large' | 'not-received'> {
    if (url === null || !URL.canParse(url)) return 'not-received';
    const { protocol, host, hostname } = new URL(url);
    const isChannels = host === new URL(serviceUrl).host && this.connector.mayCall(url);
    const isNamed = protocol === 'https:' && !isLoopback(hostname) && this.hosts.some((end) => hostname === end.replace(/^\./, '') || (end.startsWith('.') && hostname.endsWith(end)));
    if (!isChannels && !isNamed) return 'not-received';
    try {
      // Our token is for the channel alone.
      const headers = isChannels ? await this.connector.headers() : {};
      const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) return 'not-received';
      const content = await wholeFile(response.body);
      if (content === null) return 'too-large';
      return content.byteLength === 0 ? 'not-received' : { name, content };
    } catch {
      return 'not-received';
    }
  }
}
