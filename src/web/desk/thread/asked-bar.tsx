/** Above the reply while a colleague is asked to take over or to help: who, for how long yet, and the way to think better of it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDesk, useSecond, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Icon } from '../look/icons.js';
import type { WirePass } from '../../../protocol/desk.js';
import type { Thread } from '../state/desk-state.js';

export function AskedBar({ thread: { id, conversation } }: { readonly thread: Thread }) {
  const pass = conversation?.state === 'live' ? conversation.pass : null;
  return pass === null ? null : <Asked key={pass.expiresAt} conversationId={id} pass={pass} />;
}

function Asked({ conversationId, pass }: { readonly conversationId: string; readonly pass: WirePass }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const myId = useDesk((state) => state.staff?.id);
  const left = Math.floor(pass.expiresAt / 1000 - useSecond());
  if (left <= 0) return null;
  return (
    <div className="thread-bar" data-kind="asked">
      <Icon name="swap" />
      <p>
        <span role="status">{t(pass.kind === 'transfer' ? 'team.askedToTake' : 'team.askedToHelp', { name: pass.to.name })}</span> · <span className="num">{t('time.seconds', { count: left })}</span>
      </p>
      {pass.from.staffId === myId ? <Button onClick={() => void report(client.withdrawPass(conversationId))}>{t('team.withdraw')}</Button> : null}
    </div>
  );
}
