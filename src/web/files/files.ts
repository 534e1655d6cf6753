/** Sends and shows files in the chat; fetched by the pages only when the first file is about to be sent or seen. */
import type { WireLocale, WireMessage } from '../../protocol/chat.js';
import { fileWords } from './words.js';

export { downloadTranscript } from './transcript.js';

/** What the chat hands over: it needs no more of it. */
export interface FileDoor {
  readonly server: string;
  readonly locale: WireLocale;
  /** The resume token; null before the conversation has one. */
  readonly pass: string | null;
  readonly post: (attachmentId: string, shown: string) => void;
}

type WireAttachment = NonNullable<WireMessage['attachment']>;

const MAX_BYTES = 5 * 1024 * 1024;
const SHOWN_MS = 8000;
/** Many pictures at once are refused for a while; longer than this nobody waits for one. */
const AGAIN_MS: readonly number[] = [2000, 10_000, 60_000];

/** `status`: where it is said how it goes. */
export async function send(door: FileDoor, file: File, status: HTMLElement): Promise<void> {
  const words = fileWords(door.locale);
  say(status, words.sending(file.name));
  const sent = file.size > MAX_BYTES ? { code: 'too-long' } : await upload(door, file).catch(() => ({ code: '' }));
  if ('code' in sent) {
    say(status, words.refused[sent.code] ?? words.failed);
    setTimeout(() => say(status, ''), SHOWN_MS);
    return;
  }
  say(status, '');
  door.post(sent.id, sent.name);
}

async function upload(door: FileDoor, file: File): Promise<{ id: string; name: string } | { code: string }> {
  const form = new FormData();
  form.append('file', file, file.name);
  const answer = await fetch(`${door.server}/api/attachments`, { method: 'POST', headers: { authorization: `Bearer ${door.pass}` }, body: form });
  return (await answer.json()) as { id: string; name: string } | { code: string };
}

/** Text alone: a file's name is somebody else's words. */
function say(status: HTMLElement, text: string): void {
  status.textContent = text;
}

/** An image stands in a box of fixed height, so that nothing moves when it arrives. */
export function show(door: FileDoor, attachment: WireAttachment, box: HTMLElement): void {
  const words = fileWords(door.locale);
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', words.open(attachment.name));
  button.addEventListener('click', () => void open(door, attachment));
  if (attachment.mime.startsWith('image/')) {
    button.style.cssText = 'display:block;width:200px;max-width:100%;height:150px;padding:0;border-radius:8px;overflow:hidden;background:var(--ground)';
    box.replaceChildren(button);
    const image = document.createElement('img');
    image.alt = words.image(attachment.name);
    image.style.cssText = 'width:100%;height:100%;object-fit:cover';
    button.append(image);
    button.addEventListener('click', () => image.naturalWidth > 0 || draw(door, attachment.id, image));
    return draw(door, attachment.id, image);
  }
  button.textContent = `${attachment.name} · ${sizeOf(attachment.bytes)}`;
  button.style.cssText = 'text-align:start;text-decoration:underline;text-underline-offset:3px;padding:.4em 0;overflow-wrap:anywhere;color:inherit';
  box.replaceChildren(button);
}

/** A link or a picture that was refused is asked for again; a press asks anew. */
function draw(door: FileDoor, id: string, image: HTMLImageElement, failures = 0): void {
  const again = (): void => {
    const afterMs = AGAIN_MS[failures];
    if (afterMs !== undefined) setTimeout(() => image.isConnected && draw(door, id, image, failures + 1), afterMs);
  };
  image.onerror = again;
  addressOf(door, id).then((address) => (image.src = address), again);
}

/** The link lives for minutes, so each opening asks for a new one; the tab is opened first, or it would count as a pop-up. */
async function open(door: FileDoor, attachment: WireAttachment): Promise<void> {
  const tab = attachment.mime.startsWith('image/') ? window.open('', '_blank') : null;
  if (tab) tab.opener = null;
  const address = await addressOf(door, attachment.id).catch(() => null);
  if (address === null) tab?.close();
  else if (tab) tab.location.href = address;
  else location.assign(address);
}

async function addressOf(door: FileDoor, id: string): Promise<string> {
  const answer = await fetch(`${door.server}/api/attachments/${encodeURIComponent(id)}/link`, { headers: { authorization: `Bearer ${door.pass}` } });
  if (!answer.ok) throw new Error(`no link: ${answer.status}`);
  const { href } = (await answer.json()) as { href: string };
  return door.server + href;
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
