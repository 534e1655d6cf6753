/** Puts a change or a report before the customer: chosen here, confirmed in the chat by the customer alone. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireAccount, WireBehindACode, WireProposalKind } from '../../../protocol/account.js';
import { yuan } from '../../kit/format.js';
import { useSecond, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Countdown } from '../look/countdown.js';
import type { Thread } from '../state/desk-state.js';
import { useAskingToSignIn } from './ask-sign-in.js';

const BEHIND_A_CODE: readonly WireBehindACode[] = ['puk', 'call-details'];
type Kind = WireProposalKind | WireBehindACode;
const isBehindACode = (kind: Kind): kind is WireBehindACode => kind === 'puk' || kind === 'call-details';

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function Proposing({ thread, account }: { readonly thread: Thread; readonly account: WireAccount }) {
  const { t } = useTranslation();
  const { proposal: waiting, signIn } = thread.conversation ?? {};
  return (
    <section className="who-section proposing" aria-label={t('proposal.title')}>
      <h3>{t('proposal.title')}</h3>
      {waiting ? <Waiting key={waiting.seq} thread={thread} waiting={waiting} /> : null}
      {signIn ? <p role="status" className="account-small">{t(`account.asked.${signIn.step}`)}</p> : null}
      <Choosing key={thread.id} thread={thread} account={account} />
    </section>
  );
}

/** A card that is out: what it is about, how long it counts, and the way to take it back. */
function Waiting({ thread, waiting }: { readonly thread: Thread; readonly waiting: { readonly seq: number; readonly expiresAt: number } }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const isOver = useSecond() * 1000 >= waiting.expiresAt;
  const message = thread.messages.find(({ seq }) => seq === waiting.seq);
  const card = message?.card;
  return (
    <div className="proposal-waiting" role="status" data-over={isOver}>
      <p>
        <b>{t(isOver ? 'proposal.over' : 'proposal.waiting')}</b>
        {isOver ? null : <Countdown at={waiting.expiresAt} />}
      </p>
      <p>{card?.type === 'confirm' ? card.title : message?.text.split('\n', 1)[0]}</p>
      <Button size="small" onClick={() => void report(client.withdrawProposal(thread.id))}>
        {t('proposal.withdraw')}
      </Button>
    </div>
  );
}

function Choosing({ thread, account }: { readonly thread: Thread; readonly account: WireAccount }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const putting = usePutting(thread);
  const signIn = useAskingToSignIn(thread);
  const { put } = putting;
  const reason = putting.reason ?? signIn.reason;
  const isGoing = putting.isGoing || signIn.isGoing;
  const forget = (): void => {
    putting.forget();
    signIn.forget();
  };
  const targets = kind === null || isBehindACode(kind) ? null : targetsOf(kind, account, (fen) => t('account.perMonth', { amount: yuan(fen) }));
  const canPut = kind !== null && (targets === null || target !== null);
  const send = (): void => {
    if (kind !== null) void (isBehindACode(kind) ? signIn.ask(kind) : put(kind, target));
  };
  const choose = (next: Kind): void => {
    setKind(next);
    setTarget(null);
    forget();
  };
  return (
    <>
      <p className="account-small">{t(kind !== null && isBehindACode(kind) ? 'proposal.codeLead' : 'proposal.lead')}</p>
      <Select aria-label={t('proposal.kind')} placeholder={t('proposal.kind')} value={kind} onChange={choose} options={[...kindsOf(account).map((one) => ({ value: one, label: t(`proposal.kinds.${one}`) })), ...BEHIND_A_CODE.map((one) => ({ value: one, label: t(`proposal.codes.${one}`) }))]} />
      {targets === null ? null : (
        <Select
          aria-label={t('proposal.target')}
          placeholder={targets.length === 0 ? t('proposal.nothing') : t('proposal.target')}
          disabled={targets.length === 0}
          showSearch={{ optionFilterProp: 'label' }}
          value={target}
          onChange={(next: string) => {
            setTarget(next);
            forget();
          }}
          options={[...targets]}
        />
      )}
      {reason === null ? null : <Refused thread={thread} reason={reason} />}
      <Button type="primary" disabled={!canPut} loading={isGoing} onClick={send}>
        {t(kind !== null && isBehindACode(kind) ? 'proposal.putCode' : kind?.endsWith('-report') ? 'proposal.putSteps' : 'proposal.put')}
      </Button>
    </>
  );
}

/** `reason`: why the last wish could not be put, until something else is chosen. */
function usePutting({ id }: Thread) {
  const { client } = useTools();
  const report = useReport();
  const [isGoing, setIsGoing] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const put = async (kind: WireProposalKind, target: string | null): Promise<void> => {
    setIsGoing(true);
    const answer = await client.propose(id, { kind, ...(target === null ? {} : { target }) });
    setIsGoing(false);
    void report(Promise.resolve(answer));
    setReason(answer.ok && !answer.shown ? answer.reason : null);
  };
  return { isGoing, reason, put, forget: () => setReason(null) };
}

/** In the words the customer would be told: one tap puts them where the agent writes. */
function Refused({ thread, reason }: { readonly thread: Thread; readonly reason: string }) {
  const { t } = useTranslation();
  const { store } = useTools();
  const toReply = (): void => {
    const before = store.get().drafts[thread.id]?.reply ?? '';
    store.dispatch({ type: 'draft', conversationId: thread.id, mode: 'reply', text: before.trim() === '' ? reason : `${before}\n${reason}` });
  };
  return (
    <div className="proposal-refused" role="alert">
      <b>{t('proposal.refused')}</b>
      <p>{reason}</p>
      <Button size="small" onClick={toReply}>
        {t('proposal.toReply')}
      </Button>
    </div>
  );
}

function kindsOf({ isLineLost, hasBroadband }: WireAccount): readonly WireProposalKind[] {
  return ['plan', 'pack', 'extra-off', isLineLost ? 'resume-line' : 'suspend-lost', 'signal-report', 'data-report', ...(hasBroadband ? (['broadband-report'] as const) : [])];
}

/** Null when there is nothing to choose among. */
function targetsOf(kind: WireProposalKind, { plan, plans, packs, extras }: WireAccount, monthly: (fen: number) => string): readonly Choice[] | null {
  if (kind === 'plan') {
    // Back to the plan in force is a choice while another waits.
    const open = plans.filter(({ id }) => id !== plan?.id || plan.next !== null);
    return open.map(({ id, name, monthlyFen }) => ({ value: id, label: `${name} · ${monthly(monthlyFen)}` }));
  }
  if (kind === 'pack') return packs.map(({ id, name, priceFen }) => ({ value: id, label: `${name} · ${yuan(priceFen)}` }));
  if (kind === 'extra-off') return extras.filter(({ endsOn }) => endsOn === null).map(({ id, name, priceFen }) => ({ value: id, label: `${name} · ${monthly(priceFen)}` }));
  return null;
}
