/** Fetches files that people sent on a channel: only from hosts that are named, only so much, and never where a redirect leads. */
import { MAX_ATTACHMENT_BYTES } from '../../domain/attachment.js';
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

  /** Null when it may not be fetched, is too large or does not come. */
  async fetch({ name, url }: OutsideFile, { serviceUrl }: Pick<BotAddress, 'serviceUrl'>): Promise<FetchedFile | null> {
    if (url === null || !URL.canParse(url)) return null;
    const { protocol, host, hostname } = new URL(url);
    const isChannels = host === new URL(serviceUrl).host && this.connector.mayCall(url);
    const isNamed = protocol === 'https:' && !isLoopback(hostname) && this.hosts.some((end) => hostname === end.replace(/^\./, '') || (end.startsWith('.') && hostname.endsWith(end)));
    if (!isChannels && !isNamed) return null;
    try {
      // Our token is for the channel alone.
      const headers = isChannels ? await this.connector.headers() : {};
      const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      const content = response.ok ? await atMost(response, MAX_ATTACHMENT_BYTES) : null;
      return content === null || content.byteLength === 0 ? null : { name, content };
    } catch {
      return null;
    }
  }
}

async function atMost(response: Response, bytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    const chunk = part as Uint8Array;
    size += chunk.byteLength;
    if (size > bytes) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
