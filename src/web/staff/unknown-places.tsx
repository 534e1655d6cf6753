/** Below a field of places: which of them nobody knows, so that a slip does not limit something to nobody. */
import { useQuery } from '@tanstack/react-query';

interface UnknownPlacesProps {
  /** Between commas, once the field was left. */
  readonly names: string;
  readonly ask: (names: string) => Promise<readonly string[]>;
  readonly say: (names: readonly string[]) => string;
}

/** Nothing is said while it is not known: it is a hint. */
export function UnknownPlaces({ names, ask, say }: UnknownPlacesProps) {
  const { data = [] } = useQuery({ queryKey: ['places', names], queryFn: () => ask(names), enabled: names.trim() !== '', staleTime: Infinity });
  return <span role="status" className="hint bad whole unknown-places">{data.length === 0 || names.trim() === '' ? '' : say(data)}</span>;
}
