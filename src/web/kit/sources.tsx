/** Where an answer comes from: links that open the article. */
import type { WireCitation } from '../../protocol/cards.js';
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
