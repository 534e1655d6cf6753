/** Tells the subscriber that the agent is writing; never for notes. */
import { useEffect, useMemo } from 'react';
import { browserTiming } from '../../kit/timing.js';
import { TypingHint } from '../../kit/typing-hint.js';
import { useTools } from '../frame/desk-context.js';

export function useTypingHint(conversationId: string, isReply: boolean): { readonly writing: () => void; readonly stopped: () => void } {
  const { client } = useTools();
  const hint = useMemo(() => new TypingHint(browserTiming, (on) => client.typing(conversationId, on)), [client, conversationId]);
  useEffect(() => () => hint.stopped(), [hint]);
  return useMemo(
    () => ({
      writing: () => {
        if (isReply) hint.writing();
      },
      stopped: () => hint.stopped(),
    }),
    [hint, isReply],
  );
}
