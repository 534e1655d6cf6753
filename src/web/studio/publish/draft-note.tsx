/** Whether publishing has only to switch: the server checks the draft while the editor still writes the note. */
import { useQuery } from '@tanstack/react-query';
import { useStudio, useWords } from '../frame/studio-context.js';

const LOOK_EVERY_MS = 1500;

/** `waitsFor`: what stands between publishing and being live, when it is not at once. */
export function DraftNote({ waitsFor }: { readonly waitsFor: 'time' | 'person' | null }) {
  const words = useWords().publish.draft;
  const { api } = useStudio();
  const { data } = useQuery({ queryKey: ['status'], queryFn: api.status, refetchInterval: LOOK_EVERY_MS });
  if (data === undefined || data.draft === 'same') return null;
  return (
    <p className="hint draft-note" role="status" data-state={data.draft}>
      {data.draft === 'checked' && waitsFor !== null ? words.checkedFor[waitsFor] : words[data.draft]}
      {data.draft === 'under-way' && data.progress !== null ? <progress aria-label={words['under-way']} max={1} value={data.progress} /> : null}
    </p>
  );
}
