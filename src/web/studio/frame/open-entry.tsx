/** Opens an entry as the draft has it at this moment: a list that was read before somebody imported or saved would show what is gone, or miss what is new. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Kind } from '../link/studio-api.js';
import type { Place } from '../link/wire.js';
import { useStudio, useTold, useWords } from './studio-context.js';

/** In the place of an id: one that is not there yet. */
export const NEW = '+';

interface OpenProps<Entry extends Place> {
  readonly kind: Kind;
  readonly id: string;
  /** Null for a new one. */
  readonly children: (start: Entry | null) => ReactNode;
}

export function OpenEntry<Entry extends Place>({ kind, id, children }: OpenProps<Entry>) {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  // Read once at each opening, and not again beneath an editor's hands.
  const { data, error } = useQuery({ queryKey: ['open', kind, id], queryFn: () => api.one<Entry>(kind, id), enabled: id !== NEW, gcTime: 0, staleTime: Infinity });
  if (id === NEW) return children(null);
  if (error) return <p role="alert" className="page">{told(error)}</p>;
  return data === undefined ? <p role="status" className="page">{words.loading}</p> : children(data);
}
