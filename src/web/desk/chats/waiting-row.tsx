/** One who waits in line: how long, why, how they feel, for which skill group. A supervisor may look in. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingEntry } from '../../../protocol/desk.js';
import { useDesk } from '../frame/desk-context.js';
import { Elapsed } from '../look/elapsed.js';
import { Icon } from '../look/icons.js';
import { MoodTag, PriorityTag, SkillTag } from '../look/tags.js';
import { isSupervisor } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';

const WARN_AFTER = 120;
/** Their place is the old one, their wait a new one. */
const CAME_BACK: ReadonlySet<string> = new Set(['returned', 'transfer']);

interface WaitingRowProps {
  readonly entry: WaitingEntry;
  readonly onWatch: (conversationId: string) => void;
}

export const WaitingRow = memo(function WaitingRow({ entry, onWatch }: WaitingRowProps) {
  const { t } = useTranslation();
  const mayWatch = useDesk(isSupervisor);
  const isShown = useDesk((state) => state.shownId === entry.conversationId);
  return (
    <li>
      {mayWatch ? (
        <button
          type="button"
          className="waiting-row plain"
          aria-current={isShown ? 'true' : undefined}
          title={t('chats.watch')}
          onClick={() => onWatch(entry.conversationId)}
        >
          <WaitingBody entry={entry} />
          <Icon name="eye" size={16} />
        </button>
      ) : (
        <div className="waiting-row">
          <WaitingBody entry={entry} />
        </div>
      )}
    </li>
  );
});

function WaitingBody({ entry }: { readonly entry: WaitingEntry }) {
  const { t } = useTranslation();
  const names = useNames();
  const myId = useDesk((state) => state.staff?.id);
  return (
    <span className="waiting-main">
      <span className="waiting-top">
        <span className="waiting-headline" title={entry.headline || undefined}>{entry.headline || names('reasons', entry.reason)}</span>
        <Elapsed since={entry.waitingSince} warnAfter={WARN_AFTER} title={t(CAME_BACK.has(entry.reason) ? 'chats.waitsAgain' : 'chats.waits')} />
      </span>
      <span className="waiting-tags">
        <SkillTag skill={entry.skill} />
        <PriorityTag priority={entry.priority} />
        <MoodTag mood={entry.mood} />
        <span className="waiting-reason">{names('reasons', entry.reason)}</span>
        {entry.offeredTo === null ? null : (
          <span className="waiting-offered">{t(entry.offeredTo === myId ? 'chats.offeredMe' : 'chats.offered')}</span>
        )}
      </span>
    </span>
  );
}
