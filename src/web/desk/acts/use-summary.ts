/** The summary a conversation ends with: facts at once, in a language model's words when they come, and the agent has the last word. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useTools } from '../frame/desk-context.js';
import { closingFacts } from './closing-facts.js';

export interface ClosingSummary {
  readonly summary: string;
  readonly setSummary: (text: string) => void;
  /** As it stands it is the model's, not yet changed by the agent. */
  readonly isOfModel: boolean;
}

export function useSummary(conversationId: string): ClosingSummary {
  const facts = useFacts(conversationId);
  const known = useDesk((state) => state.threads[conversationId]?.brief?.modelSummary?.text ?? null);
  const hasModel = useDesk((state) => state.hasModel);
  const { client } = useTools();
  const [written, setWritten] = useState<string | null>(null);
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    if (!hasModel) return undefined;
    let isOpen = true;
    void client.summary(conversationId).then((answer) => {
      if (isOpen && answer.ok && answer.summary !== null) setWritten(answer.summary.text);
    });
    return () => {
      isOpen = false;
    };
  }, [client, conversationId, hasModel]);
  const ofModel = written ?? known;
  return { summary: own ?? ofModel ?? facts, setSummary: setOwn, isOfModel: own === null && ofModel !== null };
}

/** From what the desk knows for a fact. */
function useFacts(conversationId: string): string {
  const { t } = useTranslation();
  const brief = useDesk((state) => state.threads[conversationId]?.brief ?? null);
  return brief === null ? '' : closingFacts(brief, t);
}
