/** Says in words when the server refused; silent when all is well. */
import { App } from 'antd';
import { useCallback } from 'react';
import type { Answer } from '../link/desk-socket.js';
import { useNames } from '../words/use-words.js';

/** Resolves to whether it went well, so that a dialog knows if it may close. */
export function useReport(): (asked: Promise<Answer>) => Promise<boolean> {
  const { message } = App.useApp();
  const names = useNames();
  return useCallback(
    async (asked) => {
      const answer = await asked;
      if (!answer.ok) void message.error(names('errors', answer.error.code));
      return answer.ok;
    },
    [message, names],
  );
}
