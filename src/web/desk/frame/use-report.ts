/** Says in words when the server refused; silent when all is well. */
import { App } from 'antd';
import { useCallback } from 'react';
import type { Answer } from '../link/desk-socket.js';
import { useNames } from '../words/use-words.js';

/** What a refusal means here, where it is more than its usual words; by code. */
export type OwnWords = Readonly<Record<string, string>>;

/** Resolves to whether it went well, so that a dialog knows if it may close. */
export function useReport(): (asked: Promise<Answer>, own?: OwnWords) => Promise<boolean> {
  const { message } = App.useApp();
  const names = useNames();
  return useCallback(
    async (asked, own) => {
      const answer = await asked;
      if (!answer.ok) void message.error(own?.[answer.error.code] ?? names('errors', answer.error.code));
      return answer.ok;
    },
    [message, names],
  );
}
