/** A dialog's request under way: the button waits for it, and the dialog closes only when it went well. */
import { useState } from 'react';
import { useReport } from '../frame/use-report.js';
import type { OwnWords } from '../frame/use-report.js';
import type { Answer } from '../link/desk-socket.js';

export function useGoing(onDone: () => void): { readonly isGoing: boolean; readonly go: (asked: Promise<Answer>, own?: OwnWords) => void } {
  const report = useReport();
  const [isGoing, setIsGoing] = useState(false);
  const settle = async (asked: Promise<Answer>, own?: OwnWords): Promise<void> => {
    setIsGoing(true);
    const isDone = await report(asked, own);
    setIsGoing(false);
    if (isDone) onDone();
  };
  return { isGoing, go: (asked, own) => void settle(asked, own) };
}
