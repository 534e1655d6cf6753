/** How far publishing is: the phase the server is in, and about how long the last one took. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStudio, useWords } from '../frame/studio-context.js';

const STEPS = ['training', 'checking', 'publishing'] as const;
const LOOK_EVERY_MS = 500;

export function Progress({ isPublishing }: { readonly isPublishing: boolean }) {
  const words = useWords().publish;
  const { api } = useStudio();
  const [seconds, setSeconds] = useState(0);
  const { data } = useQuery({ queryKey: ['status'], queryFn: api.status, refetchInterval: LOOK_EVERY_MS, gcTime: 0 });
  useEffect(() => {
    const timer = setInterval(() => setSeconds((one) => one + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (!isPublishing) return <p role="status" className="progress">{words.checking} <span className="num">{words.seconds(seconds)}</span></p>;
  const step = STEPS.findIndex((one) => one === data?.phase);
  return (
    <div className="progress">
      <progress aria-label={words.progress} max={STEPS.length} value={Math.max(0, step) + (data?.progress ?? (step < 0 ? 0 : 0.1))} />
      <p role="status">{data === undefined || data.phase === 'idle' ? words.phases.training : words.phases[data.phase]}</p>
      <p className="hint num">{words.seconds(seconds)}{typeof data?.lastMillis !== 'number' ? '' : ` · ${words.lastTime(Math.max(1, Math.round(data.lastMillis / 1000)))}`}</p>
    </div>
  );
}
