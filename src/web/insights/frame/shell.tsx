/** The frame of the insights: where one is, and where one may go; editors see the gaps, the figures are for supervisors. */
import { lazy } from 'react';
import { usePlace } from '../../desk/link/place.js';
import { StaffFrame } from '../../staff/staff-frame.js';
import { useInsights, useWords } from './insights-context.js';

const PARTS = {
  figures: lazy(() => import('../figures/figures-page.js')),
  gaps: lazy(() => import('../findings/gaps-page.js')),
  causes: lazy(() => import('../findings/causes-page.js')),
  notices: lazy(() => import('../notices/notices-page.js')),
} as const;
type Part = keyof typeof PARTS;
const ORDER = Object.keys(PARTS) as readonly Part[];
const FOR_EDITORS: ReadonlySet<Part> = new Set<Part>(['gaps', 'causes', 'notices']);

export function Shell() {
  const words = useWords();
  const tools = useInsights();
  const mine = tools.session.staff.role === 'editor' ? ORDER.filter((one) => FOR_EDITORS.has(one)) : ORDER;
  const [first] = usePlace();
  const part = mine.find((one) => one === first) ?? mine[0] ?? 'figures';
  const Page = PARTS[part];
  return (
    <StaffFrame tools={tools} name={words.name} nav={words.nav} loading={words.loading} parts={mine.map((id) => ({ id, label: words.nav[id] }))} part={part}>
      <Page />
    </StaffFrame>
  );
}
