/** What on the floor wants a supervisor now; each opens the chat it is about. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireBoardAlert } from '../../../protocol/board.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { Elapsed } from '../look/elapsed.js';
import { Icon } from '../look/icons.js';
import { clockOf } from '../look/times.js';

/** About one agent, who is spoken to when it is herself. */
function isPersonal(kind: WireBoardAlert['kind']): kind is 'anger' | 'silent-agent' | 'promise-due' {
  return kind === 'anger' || kind === 'silent-agent' || kind === 'promise-due';
}

export function AlertList({ alerts }: { readonly alerts: readonly WireBoardAlert[] }) {
  const { t } = useTranslation();
  const { show } = useConsole();
  const me = useDesk(({ staff }) => staff?.id);
  return (
    <ul className="board-alerts">
      {alerts.map(({ kind, conversationId, staffId, who, at, count }) => (
        <li key={`${kind} ${conversationId ?? ''} ${at}`} data-kind={kind}>
          <Icon name="flag" size={16} />
          <span>{staffId !== null && staffId === me && isPersonal(kind) ? t(`board.ownKinds.${kind}`) : t(`board.kinds.${kind}`, { who: who ?? t('board.assistant'), count })}</span>
          {kind === 'promise-due' ? <time className="num">{clockOf(at)}</time> : <Elapsed since={at} />}
          {conversationId === null ? null : (
            <Button size="small" onClick={() => show(conversationId)}>
              {t('board.look')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
