/** What stands between the header and the words when it matters: no network, the place in line, nobody to come. */
import { useChat, useSignal } from './chat-context.js';
import { QuickReplies } from './quick-replies.js';
import type { Strings } from './strings.js';
import type { QueuePlace } from '../../protocol/chat.js';

export function Banner() {
  const { client, strings } = useChat();
  const link = useSignal(client.link);
  const thread = useSignal(client.thread);
  const noPerson = useSignal(client.noPerson);
  const isQueued = thread.conversation?.state === 'queued';
  return (
    <div class="jb-banners" role="status">
      {(link === 'offline' || link === 'barred') && <div class="jb-banner jb-banner-offline">{strings[link]}</div>}
      {isQueued && (
        <div class="jb-banner jb-banner-queue">
          {thread.queue !== null && <b class="jb-place">{thread.queue.position}</b>}
          <div>
            <strong>{thread.queue === null ? strings.queueTitle : strings.queuePlace(thread.queue.position)}</strong>
            <span>{thread.queue === null ? strings.queueMeanwhile : etaOf(thread.queue, strings)}</span>
          </div>
        </div>
      )}
      {noPerson !== null && (
        <div class="jb-banner jb-banner-none">
          <strong>{strings.noPerson}</strong>
          <QuickReplies buttons={noPerson.options} />
        </div>
      )}
    </div>
  );
}

function etaOf(place: QueuePlace, strings: Strings): string {
  if (place.eta === null) return strings.queueNobody;
  const high = Math.ceil(place.eta.high / 60);
  const time = place.eta.high < 60 ? strings.queueSoon : strings.queueEta(Math.max(1, Math.floor(place.eta.low / 60)), high);
  return `${time} · ${strings.queueMeanwhile}`;
}
