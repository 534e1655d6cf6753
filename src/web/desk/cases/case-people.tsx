/** The two who answer for a case: its owner, who stays, and its handler, who may change. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskCase } from '../../../protocol/cases.js';
import type { WireColleague } from '../../../protocol/desk.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useCaseAct } from './use-cases.js';

export function CasePeople({ one }: { readonly one: DeskCase }) {
  const { t } = useTranslation();
  const myId = useDesk((state) => state.staff?.id);
  const nameOf = (person: DeskCase['owner']): string =>
    person === null ? t('cases.nobody') : person.staffId === myId ? t('cases.me', { name: person.name }) : person.name;
  return (
    <dl className="case-people">
      <div>
        <dt>{t('cases.owner')}</dt>
        <dd>{nameOf(one.owner)}</dd>
      </div>
      <div>
        <dt>{t('cases.handler')}</dt>
        <dd>
          {nameOf(one.handler)}
          {one.stage === 'closed' ? null : <HandTo one={one} />}
        </dd>
      </div>
    </dl>
  );
}

/** Takes effect when a name is chosen; the history says so. */
function HandTo({ one }: { readonly one: DeskCase }) {
  const { t } = useTranslation();
  const act = useCaseAct(one.id);
  const me = useDesk((state) => state.staff);
  const colleagues = useColleagues();
  const others = [...(me === null ? [] : [{ id: me.id, name: t('cases.me', { name: me.name }) }]), ...colleagues.filter(({ id }) => id !== me?.id)];
  return (
    <Select
      size="small"
      className="case-hand"
      value={null}
      placeholder={t('cases.handTo')}
      aria-label={t('cases.handTo')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={others.filter(({ id }) => id !== one.handler?.staffId).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(staffId: string) => void act('handler', { staffId })}
    />
  );
}

function useColleagues(): readonly WireColleague[] {
  const { client } = useTools();
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: async (): Promise<readonly WireColleague[]> => {
      const answer = await client.colleagues();
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.colleagues;
    },
  });
  return data ?? [];
}
