/** Groups of what came up again and again, asked most of late first, each with what can be done about it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { FindingCard } from './finding-card.js';

const FRESH_MS = 20_000;

export function FindingsPage({ kind }: { readonly kind: WireFinding['kind'] }) {
  const words = useWords();
  const { findings } = words;
  const { api } = useInsights();
  const told = useTold();
  const queries = useQueryClient();
  const [state, setState] = useState<WireFinding['state']>('open');
  const { data, error } = useQuery({ queryKey: ['findings', kind, state], queryFn: () => api.findings(kind, state), refetchInterval: FRESH_MS });
  const { title, lead } = kind === 'question' ? findings.gaps : findings.causes;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        <Segmented<WireFinding['state']>
          aria-label={findings.state.label}
          value={state}
          onChange={setState}
          options={(['open', 'done', 'ignored'] as const).map((value) => ({ value, label: findings.state[value] }))}
        />
      </div>
      <p className="hint">{lead}</p>
      <div role="alert" className="said">{error ? <Alert type="error" showIcon title={told(error)} /> : null}</div>
      {data === undefined ? (
        error ? null : <p role="status">{words.loading}</p>
      ) : data.length === 0 ? (
        <p className="card hint" role="status">{findings.none[state]}</p>
      ) : (
        <ol className="findings">
          {data.map((one) => (
            <FindingCard key={one.id} finding={one} onChanged={() => void queries.invalidateQueries({ queryKey: ['findings'] })} />
          ))}
        </ol>
      )}
    </div>
  );
}
