/** Tells the server which text this editor is at, and hears who else is where. */
import { useEffect, useState } from 'react';
import type { AtWork } from '../link/wire.js';
import { useStudio } from './studio-context.js';

const TELL_EVERY_MS = 3000;

/** The others at this text; `path` is null where no text is open. */
export function useAtWork(path: string | null): readonly AtWork[] {
  const { api } = useStudio();
  const [others, setOthers] = useState<readonly AtWork[]>([]);
  useEffect(() => {
    let isGone = false;
    const tell = (): void => {
      if (document.visibilityState === 'hidden') return;
      void api.tellAtWork(path).then(
        (now) => {
          if (!isGone) setOthers((before) => (JSON.stringify(before.map(placeOf)) === JSON.stringify(now.map(placeOf)) ? before : now));
        },
        () => undefined,
      );
    };
    tell();
    const timer = setInterval(tell, TELL_EVERY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
      if (path !== null) void api.tellAtWork(null).catch(() => undefined);
    };
  }, [api, path]);
  return others;
}

function placeOf({ path, who }: AtWork): string {
  return `${path} ${who.staffId}`;
}
