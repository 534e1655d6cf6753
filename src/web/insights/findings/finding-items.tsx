/** The very words of a group, without personal data, with their day and why each counts. */
import { useQuery } from '@tanstack/react-query';
import { useFormats, useInsights, useTold, useWords } from '../frame/insights-context.js';

export function FindingItems({ id }: { readonly id: string }) {
  const words = useWords();
  const { api } = useInsights();
  const { time } = useFormats();
  const told = useTold();
  const { data, error } = useQuery({ queryKey: ['findings', 'items', id], queryFn: () => api.items(id) });
  if (data === undefined) return <p role="status">{error ? told(error) : words.loading}</p>;
  return (
    <ul className="finding-items">
      {data.map(({ key, at, why, text }) => (
        <li key={key}>
          <span>{text}</span>
          <span className="hint">{words.findings.why[why] ?? why} · {time(at)}</span>
        </li>
      ))}
    </ul>
  );
}
