/** Who is on the floor: state, load and last reply; everything one agent has can be given to others at once. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireBoardAgent } from '../../../protocol/board.js';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Elapsed } from '../look/elapsed.js';

export function AgentTable({ agents }: { readonly agents: readonly WireBoardAgent[] }) {
  const { t } = useTranslation();
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{t('board.agent')}</th>
          <th scope="col">{t('board.state')}</th>
          <th scope="col">{t('board.load')}</th>
          <th scope="col">{t('board.lastReply')}</th>
          <th scope="col">
            <span className="hidden">{t('acts.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {agents.map((agent) => (
          <AgentRow key={agent.staffId} agent={agent} />
        ))}
      </tbody>
    </table>
  );
}

function AgentRow({ agent: { staffId, name, status, chats, capacity, lastReplyAt, wrapUpUntil } }: { readonly agent: WireBoardAgent }) {
  const { t } = useTranslation();
  const reassign = useReassign();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className="dot" data-status={status} aria-hidden="true" /> {t(`presence.${status}`)}
        {wrapUpUntil === null ? null : <span className="tag">{t('board.wrapUp')}</span>}
      </td>
      <td className="num">{t('presence.load', { load: chats, capacity })}</td>
      <td>{lastReplyAt === null ? '–' : <Elapsed since={lastReplyAt} />}</td>
      <td className="board-acts">
        <Button size="small" disabled={chats === 0} onClick={() => reassign(staffId, name, chats)}>
          {t('board.reassign')}
        </Button>
      </td>
    </tr>
  );
}

function useReassign(): (staffId: string, name: string, count: number) => void {
  const { t } = useTranslation();
  const { client } = useTools();
  const { modal } = App.useApp();
  const report = useReport();
  return (staffId, name, count) =>
    void modal.confirm({
      title: t('board.reassignTitle', { name }),
      content: t('board.reassignText', { count }),
      okText: t('board.reassign'),
      cancelText: t('acts.cancel'),
      onOk: () => report(client.reassign(staffId)),
    });
}
