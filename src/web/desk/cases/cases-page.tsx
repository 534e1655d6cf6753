/** All cases one answers for, and for supervisors everybody's: what is nearly due first, and one of them whole beside the list. */
import { Input, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../frame/desk-context.js';
import { isSupervisor } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';
import { CaseDetail } from './case-detail.js';
import { CaseRow } from './case-tags.js';
import { EVERYTHING, queryOf } from './case-filter.js';
import type { CaseFilter } from './case-filter.js';
import { useCases } from './use-cases.js';
import './cases.css';

export default function CasesPage() {
  const { t } = useTranslation();
  const supervises = useDesk(isSupervisor);
  const [filter, setFilter] = useState<CaseFilter>({ ...EVERYTHING, scope: supervises ? 'all' : 'mine' });
  const [shownId, setShownId] = useState<string | null>(null);
  return (
    <main className="cases-page" aria-label={t('cases.title')} data-shown={shownId !== null}>
      <section className="cases-list" aria-label={t('cases.title')}>
        <Filters filter={filter} onFilter={setFilter} supervises={supervises} />
        <List filter={filter} shownId={shownId} onShow={setShownId} />
      </section>
      <section className="cases-one">
        {shownId === null ? <Nothing title={t('cases.choose')} hint={t('cases.chooseHint')} /> : <CaseDetail key={shownId} id={shownId} onBack={() => setShownId(null)} hasLink />}
      </section>
    </main>
  );
}

interface FiltersProps {
  readonly filter: CaseFilter;
  readonly onFilter: (filter: CaseFilter) => void;
  readonly supervises: boolean;
}

function Filters({ filter, onFilter, supervises }: FiltersProps) {
  const { t } = useTranslation();
  const change = (part: Partial<CaseFilter>): void => onFilter({ ...filter, ...part });
  return (
    <header className="cases-filters">
      <h2>{t('cases.title')}</h2>
      {supervises ? (
        <Segmented
          aria-label={t('cases.scope')}
          value={filter.scope}
          onChange={(scope) => change({ scope })}
          options={(['all', 'mine'] as const).map((value) => ({ value, label: t(`cases.${value}`) }))}
        />
      ) : null}
      <Segmented
        aria-label={t('cases.state')}
        value={filter.state}
        onChange={(state) => change({ state, due: 'anyDue' })}
        options={(['open', 'asked', 'closed'] as const).map((value) => ({ value, label: value === 'asked' ? t('cases.stages.asked') : t(`cases.${value}`) }))}
      />
      {filter.state === 'open' ? (
        <Segmented
          aria-label={t('cases.due')}
          value={filter.due}
          onChange={(due) => change({ due })}
          options={(['anyDue', 'soon', 'late'] as const).map((value) => ({ value, label: t(`cases.${value}`) }))}
        />
      ) : null}
      <Input.Search allowClear placeholder={t('cases.number')} aria-label={t('cases.number')} value={filter.number} onChange={(event) => change({ number: event.target.value })} />
    </header>
  );
}

interface ListProps {
  readonly filter: CaseFilter;
  readonly shownId: string | null;
  readonly onShow: (id: string) => void;
}

function List({ filter, shownId, onShow }: ListProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { data, error } = useCases(queryOf(filter));
  if (error !== null) return <p role="alert" className="cases-none">{`${t('cases.failed')} · ${names('errors', error.message)}`}</p>;
  if (data === undefined) return <Skeleton active className="cases-none" />;
  const isPlain = filter.scope === 'mine' && filter.state === 'open' && filter.due === 'anyDue' && filter.number === '';
  if (data.length === 0) return <Nothing title={t(isPlain ? 'cases.noneMine' : 'cases.none')} hint={t(isPlain ? 'cases.noneMineHint' : 'cases.noneHint')} />;
  return (
    <ul className="cases-rows">
      {data.map((one) => (
        <CaseRow key={one.id} one={one} isShown={one.id === shownId} onShow={() => onShow(one.id)} />
      ))}
    </ul>
  );
}

function Nothing({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <p className="cases-none">
      <b>{title}</b>
      <span>{hint}</span>
    </p>
  );
}
