/** The chat's side of files: the clip beside the field, and the box in a bubble. What they do is fetched when it is needed. */
import { useEffect, useRef } from 'preact/hooks';
import type * as Files from '../files/files.js';
import type { WireMessage } from '../../protocol/chat.js';
import { useChat } from './chat-context.js';
import { Icon } from './icons.js';

export function useFiles() {
  const { client, server, look } = useChat();
  const load = () => import(/* @vite-ignore */ `${server}/files.js`) as Promise<typeof Files>;
  const door = () => ({ server, locale: look.locale, pass: client.resumeToken, post: (id: string, shown: string) => client.sendFile(id, shown) });
  return { load, door };
}

const SHOWN_MS = 8000;

export function Clip() {
  const { strings } = useChat();
  const { load, door } = useFiles();
  const status = useRef<HTMLDivElement>(null);
  const send = async (field: HTMLInputElement): Promise<void> => {
    const file = field.files?.[0];
    const place = status.current;
    // What sends files may not come through either.
    if (file && place) await load().then((files) => files.send(door(), file, place), () => sayFor(place, strings.failed));
    field.value = '';
  };
  return (
    <>
      <div class="jb-upload" role="status" ref={status} />
      <label class="jb-clip" title={strings.attach}>
        <Icon name="clip" />
        <input type="file" class="jb-unseen" aria-label={strings.attach} onChange={(event) => void send(event.currentTarget)} />
      </label>
    </>
  );
}

function sayFor(place: HTMLElement, text: string): void {
  place.textContent = text;
  setTimeout(() => (place.textContent = ''), SHOWN_MS);
}

export function FileBox({ message: { attachment, text } }: { message: WireMessage }) {
  const { load, door } = useFiles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attachment) void load().then((files) => box.current && files.show(door(), attachment, box.current));
  }, [attachment?.id]);
  return <div ref={box}>{text}</div>;
}
