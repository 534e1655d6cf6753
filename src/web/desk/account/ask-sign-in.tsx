/** One tap asks the customer who they are; the form stands in the chat, and here it says how far they have come. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireBehindACode } from '../../../protocol/account.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import type { Thread } from '../state/desk-state.js';
import { standingOf } from '../state/desk-view.js';

/** Only who has the chat may ask; nothing is drawn for a customer who is known. */
export function AskSignIn({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const isMine = useDesk((state) => standingOf(state, thread.id) === 'mine');
  const { isGoing, reason, ask } = useAskingToSignIn(thread);
  const { conversation } = thread;
  if (!isMine || conversation?.verified !== false) return null;
  const step = conversation.signIn?.step;
  return (
    <div className="ask-sign-in">
      {step === undefined ? null : <p role="status">{t(`account.asked.${step}`)}</p>}
      {reason === null ? null : <p role="alert">{reason}</p>}
      <Button size="small" loading={isGoing} onClick={() => void ask()}>
        {t(step === undefined ? 'account.ask' : 'account.askAgain')}
      </Button>
    </div>
  );
}

export function useAskingToSignIn({ id }: Thread) {
  const { client } = useTools();
  const report = useReport();
  const [isGoing, setIsGoing] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const ask = async (about?: WireBehindACode): Promise<void> => {
    setIsGoing(true);
    const answer = await client.askToSignIn(id, about);
    setIsGoing(false);
    void report(Promise.resolve(answer));
    setReason(answer.ok && !answer.shown ? answer.reason : null);
  };
  return { isGoing, reason, ask, forget: () => setReason(null) };
}
