/** The rules of the floor as supervisors set them: in force at once, for everybody. */
import { Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsole } from '../frame/console-context.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useNames } from '../words/use-words.js';
import { SectionForm } from './section-form.js';
import { fetchSections } from './rules-api.js';
import type { Section } from './rules-api.js';
import '../board/board.css';
import './rules.css';

export default function RulesPage() {
  const { t } = useTranslation();
  const names = useNames();
  const { session } = useTools();
  const [readings, setReadings] = useState<Readonly<Record<string, number>>>({});
  const { data, error, refetch } = useQuery({ queryKey: ['settings'], queryFn: () => fetchSections(session.token) });
  const nameOf = useNameOf();
  // Read anew, the form begins from what is stored now; what is half changed in another one stays.
  const again = (name: string): void => void refetch().then(() => setReadings((known) => ({ ...known, [name]: (known[name] ?? 0) + 1 })));
  return (
    <main className="board" aria-label={t('rules.title')}>
      <h2>{t('rules.title')}</h2>
      <SectionLinks sections={data ?? []} />
      {error === null ? null : <p role="alert">{names('errors', 'internal')}</p>}
      {data === undefined && error === null ? <Skeleton active /> : null}
      {(data ?? []).map((section) => (
        <SectionForm key={`${section.section} ${readings[section.section] ?? 0}`} section={section} changedBy={nameOf(section.changedBy)} onSaved={() => again(section.section)} />
      ))}
    </main>
  );
}

function useNameOf(): (id: string | null) => string {
  const { client } = useTools();
  const me = useDesk((state) => state.staff);
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => {
      const answer = await client.colleagues();
      return answer.ok ? answer.colleagues : [];
    },
  });
  return (id) => (id !== null && id === me?.id ? me.name : (data?.find((person) => person.id === id)?.name ?? id ?? ''));
}

/** The page is long; each section is one tap away, and so are the ready replies that everybody shares. */
function SectionLinks({ sections }: { readonly sections: readonly Section[] }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { openDialog } = useConsole();
  const go = (index: number): void => document.querySelectorAll('.rules')[index]?.scrollIntoView({ block: 'start' });
  return (
    <nav className="rules-links" aria-label={t('rules.sections')}>
      {sections.map(({ section, title }, index) => (
        <button key={section} type="button" className="plain" onClick={() => go(index)}>
          {title[locale]}
        </button>
      ))}
      <button type="button" className="plain" onClick={() => openDialog('canned')}>
        {t('canned.manage')}
      </button>
    </nav>
  );
}
