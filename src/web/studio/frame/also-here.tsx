/** Who else has the same text open at this moment. */
import { useWords } from './studio-context.js';
import { useAtWork } from './use-at-work.js';

/** `path` is null for a text that is not in the draft yet. */
export function AlsoHere({ path }: { readonly path: string | null }) {
  const words = useWords().edit;
  const others = useAtWork(path).filter((one) => one.path === path);
  return <p className="hint at-work" role="status">{others.length === 0 ? '' : words.alsoHere(others.map(({ who }) => who.name).join(', '))}</p>;
}
