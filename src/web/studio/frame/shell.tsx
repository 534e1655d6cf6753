/** The frame of the studio: where one is, where one can go, and what is in force. */
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { StaffFrame } from '../../staff/staff-frame.js';
import { usePlace, useStudio, useWords } from './studio-context.js';

const PARTS = {
  intents: lazy(() => import('../intents/intents-page.js')),
  articles: lazy(() => import('../articles/articles-page.js')),
  variables: lazy(() => import('../variables/variables-page.js')),
  exchange: lazy(() => import('../exchange/exchange-page.js')),
  publish: lazy(() => import('../publish/publish-page.js')),
  revisions: lazy(() => import('../revisions/revisions-page.js')),
  try: lazy(() => import('../trying/try-page.js')),
} as const;
type Part = keyof typeof PARTS;
const ORDER = Object.keys(PARTS) as readonly Part[];

export function Shell() {
  const words = useWords();
  const tools = useStudio();
  const [first = 'intents'] = usePlace();
  const part = ORDER.find((one) => one === first) ?? 'intents';
  const Page = PARTS[part];
  const { data: changes = [] } = useQuery({ queryKey: ['changes'], queryFn: () => tools.api.changes() });
  const mark = changes.length === 0 ? null : <span className="count" title={words.nav.changes(changes.length)}>{changes.length}</span>;
  const parts = ORDER.map((id) => ({ id, label: words.nav[id], mark: id === 'publish' ? mark : null }));
  return (
    <StaffFrame tools={tools} name={words.name} nav={words.nav} loading={words.loading} parts={parts} part={part}>
      <Page />
    </StaffFrame>
  );
}
