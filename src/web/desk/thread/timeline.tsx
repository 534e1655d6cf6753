/** The conversation as it went: every turn in order, notes between them, and the place kept while more arrives above or below. */
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/icons.js';
import { useMedia } from '../look/use-media.js';
import { OPERATOR_AHEAD_MS } from '../../../wording/operator-time.js';
import type { Thread } from '../state/desk-state.js';
import type { Standing } from '../state/desk-view.js';
import { rowsOf } from '../state/rows.js';
import type { Row } from '../state/rows.js';
import { hasEarlier } from '../state/thread-view.js';
import { blocksOf } from './blocks.js';
import { Bubble } from './bubble.js';
import { DayRow, NoteRow, SystemRow, UnreadRow } from './plain-rows.js';
import { OutgoingBubble } from './outgoing-bubble.js';
import { useReading } from './use-reading.js';
import { useTimelineScroll } from './use-timeline-scroll.js';

interface TimelineProps {
  readonly thread: Thread;
  readonly standing: Standing;
}

export function Timeline({ thread, standing }: TimelineProps) {
  const { t } = useTranslation();
  const rows = useRows(thread);
  const blocks = useMemo(() => blocksOf(rows), [rows]);
  const { boxRef, contentRef, part: inSight, isAtBottom, newBelow, toBottom, toBeginning, onKeyDown } = useTimelineScroll(thread, blocks);
  // Paper has no edge to scroll past.
  const isPrinted = useMedia('print');
  const part = isPrinted ? { from: 0, to: blocks.length, abovePx: 0, belowPx: 0 } : inSight;
  useReading(thread, standing === 'mine' && isAtBottom);
  const readUpTo = thread.conversation?.readSeq.subscriber ?? 0;
  const top = thread.isFetchingEarlier ? t('thread.loadingEarlier') : hasEarlier(thread) ? '' : t('thread.begin');
  return (
    <div className="timeline-frame">
      <div className="timeline" data-chat={thread.id} ref={boxRef} role="log" aria-label={t('thread.label')} tabIndex={0} onKeyDown={onKeyDown}>
        <div className="timeline-content" ref={contentRef}>
          <p className="timeline-top">{top}</p>
          <div className="timeline-space" style={{ height: part.abovePx }} />
          {blocks.slice(part.from, part.to).map(({ key, rows: drawn }) => (
            <BlockRows key={key} rows={drawn} conversationId={thread.id} readUpTo={readUpTo} />
          ))}
          <div style={{ height: part.belowPx }} />
        </div>
      </div>
      <TypingLine isTyping={thread.isSubscriberTyping} preview={thread.preview} />
      {isAtBottom ? null : (
        <div className="timeline-jumps">
          {hasEarlier(thread) || part.from > 0 ? (
            <button type="button" onClick={toBeginning}>
              <Icon name="up" size={16} />
              {t('thread.toBeginning')}
            </button>
          ) : null}
          <button type="button" className="to-bottom" onClick={toBottom}>
            <Icon name="down" size={16} />
            {newBelow > 0 ? t('thread.newBelow', { count: newBelow }) : t('thread.toBottom')}
          </button>
        </div>
      )}
    </div>
  );
}

function useRows({ conversation, messages, notes, outgoing, unreadAfter }: Thread): readonly Row[] {
  const agentName = conversation?.agent?.name;
  return useMemo(
    () => rowsOf({ messages, notes, outgoing, unreadAfter, agentName }, OPERATOR_AHEAD_MS),
    [messages, notes, outgoing, unreadAfter, agentName],
  );
}

function TypingLine({ isTyping, preview }: { readonly isTyping: boolean; readonly preview: string }) {
  const { t } = useTranslation();
  return (
    <p className="timeline-typing" aria-live="polite" data-on={isTyping}>
      <i />
      <i />
      <i />
      <span className="timeline-preview">{isTyping ? (preview === '' ? t('thread.typing') : t('team.preview', { text: preview })) : ''}</span>
    </p>
  );
}

interface BlockProps {
  readonly rows: readonly Row[];
  readonly conversationId: string;
  readonly readUpTo: number;
}

function isSameBlock(before: BlockProps, after: BlockProps): boolean {
  if (before.conversationId !== after.conversationId || before.rows.length !== after.rows.length) return false;
  const isSame = before.rows.every((row, index) => isSameRow(row, after.rows[index]));
  return (
    isSame && (before.readUpTo === after.readUpTo || !after.rows.some((row) => row.type === 'message' && row.message.seq > before.readUpTo))
  );
}

function isSameRow(before: Row, after: Row | undefined): boolean {
  if (after === undefined || before.type !== after.type || before.key !== after.key) return false;
  if (before.type === 'message' && after.type === 'message') return before.message === after.message && before.isFirst === after.isFirst;
  if (before.type === 'outgoing' && after.type === 'outgoing') return before.item === after.item && before.isFirst === after.isFirst;
  return true;
}

const BlockRows = memo(function BlockRows({ rows, conversationId, readUpTo }: BlockProps) {
  return (
    <div className="timeline-block">
      {rows.map((row) => (
        <TimelineRow key={row.key} row={row} conversationId={conversationId} readUpTo={readUpTo} />
      ))}
    </div>
  );
}, isSameBlock);

function TimelineRow({ row, conversationId, readUpTo }: { readonly row: Row; readonly conversationId: string; readonly readUpTo: number }) {
  switch (row.type) {
    case 'day':
      return <DayRow at={row.at} />;
    case 'unread':
      return <UnreadRow />;
    case 'note':
      return <NoteRow note={row.note} />;
    case 'outgoing':
      return <OutgoingBubble conversationId={conversationId} item={row.item} isFirst={row.isFirst} />;
    case 'message':
      return row.message.from === 'system' || row.message.kind === 'event' ? (
        <SystemRow message={row.message} />
      ) : (
        <Bubble message={row.message} isFirst={row.isFirst} isRead={row.message.seq <= readUpTo} />
      );
  }
}
