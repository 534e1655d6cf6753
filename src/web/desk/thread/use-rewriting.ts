/** The language model's hand on a draft: another tone or the other language, always with the way back. */
import { useState } from 'react';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import type { Answer } from '../link/desk-socket.js';
import type { Tone } from '../link/desk-client.js';

export interface Rewriting {
  readonly isBusy: boolean;
  /** True while the draft is exactly what came back; then the agent's own words can be had again. */
  readonly isRewritten: boolean;
  readonly rephrase: (tone: Tone) => void;
  readonly translate: (to: 'zh-CN' | 'en') => void;
  readonly undo: () => void;
}

export function useRewriting(conversationId: string, draft: { readonly text: string; readonly change: (text: string) => void }): Rewriting {
  const { client, store } = useTools();
  const report = useReport();
  const [isBusy, setIsBusy] = useState(false);
  const [last, setLast] = useState<{ readonly before: string; readonly after: string } | null>(null);
  const rewrite = async (asked: Promise<Answer<{ text: string }>>): Promise<void> => {
    setIsBusy(true);
    const answer = await asked;
    setIsBusy(false);
    void report(Promise.resolve(answer));
    // What was written on meanwhile, or sent, is the agent's last word.
    if (!answer.ok || store.get().drafts[conversationId]?.reply !== draft.text) return;
    setLast({ before: draft.text, after: answer.text });
    draft.change(answer.text);
  };
  const isRewritten = last !== null && last.after === draft.text;
  return {
    isBusy,
    isRewritten,
    rephrase: (tone) => void rewrite(client.rephrase(conversationId, draft.text.trim(), tone)),
    translate: (to) => void rewrite(client.translate(conversationId, draft.text.trim(), to)),
    undo: () => {
      if (isRewritten) draft.change(last.before);
    },
  };
}
