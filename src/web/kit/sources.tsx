/** Links below an answer: the articles it comes from, and files it offers for a few minutes. */
import type { WireCitation } from '../../protocol/cards.js';
import type { WireMessage } from '../../protocol/chat.js';
import { useChat } from './chat-context.js';
import { Icon } from './icons.js';
import { safeHref } from './markdown-lite.js';

export function Sources({ citations }: { citations: readonly WireCitation[] }) {
  const { server, strings } = useChat();
  return (
    <div class="jb-sources">
      <span>{strings.sources}</span>
      {citations.map((citation) => {
        const href = safeHref(citation.href);
        return href === null ? null : (
          <a key={citation.articleId} href={href.startsWith('/') ? server + href : href} target="_blank" rel="noopener">
            {citation.title}
            <Icon name="link" />
          </a>
        );
      })}
    </div>
  );
}

export function Files({ links }: { links: NonNullable<WireMessage['links']> }) {
  const { server } = useChat();
  return (
    <div class="jb-sources">
      {links.map(({ label, href }) => (
        <a key={href} href={server + href} target="_blank" rel="noopener" download>
          {label}
          <Icon name="link" />
        </a>
      ))}
    </div>
  );
}
