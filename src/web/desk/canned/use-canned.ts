/** The ready replies while one is being looked for: a slash at the start of the reply opens them, keys choose. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { WireCannedReply } from '../../../protocol/canned.js';
import { openCase } from '../cases/cases-api.js';
import { useCaseChanged } from '../cases/use-cases.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import type { Thread } from '../state/desk-state.js';
import { fetchCanned } from './canned-api.js';
import { BLANK, fillIn, findReplies, textFor, variablesOf } from './canned-texts.js';
import { newId } from '../../kit/new-id.js';

const SHOWN = 8;
const MAX_MATTER = 500;
const SLASH = /^[/、]/;

export interface Canned {
  readonly isOpen: boolean;
  /** False while they are on their way: nothing can be said of what there is. */
  readonly isKnown: boolean;
  readonly found: readonly WireCannedReply[];
  readonly at: number;
  readonly textOf: (reply: WireCannedReply) => string;
  /** Whether more is done than saying it. */
  readonly isMacro: (reply: WireCannedReply) => boolean;
  readonly use: (reply: WireCannedReply) => void;
  readonly run: (reply: WireCannedReply) => void;
  /** True when the key was for the list. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

export function useCanned(thread: Thread, draft: { readonly text: string; readonly canUse: boolean; readonly change: (text: string) => void }): Canned {
  const { session, client } = useTools();
  const report = useReport();
  const caseChanged = useCaseChanged();
  const agentName = useDesk((state) => state.staff?.name ?? '');
  const [place, setPlace] = useState({ text: '', at: 0 });
  const isOpen = draft.canUse && SLASH.test(draft.text) && !draft.text.includes('\n');
  const { data } = useQuery({ queryKey: ['canned'], queryFn: () => fetchCanned(session.token), enabled: draft.canUse, staleTime: 30_000 });
  const found = isOpen ? findReplies(data ?? [], draft.text.slice(1)).slice(0, SHOWN) : [];
  const at = place.text === draft.text ? Math.min(place.at, Math.max(0, found.length - 1)) : 0;
  const textOf = (reply: WireCannedReply): string => fillIn(textFor(reply, thread.conversation?.locale ?? 'zh-CN'), variablesOf(thread.brief, agentName));
  const isMacro = ({ macro }: WireCannedReply): boolean => typeof macro?.disposition === 'string' || macro?.caseKind !== undefined;
  const use = (reply: WireCannedReply): void => draft.change(textOf(reply));
  /** Said first; only when it is durable is a case opened, and the chat ends last. */
  const run = async (reply: WireCannedReply): Promise<void> => {
    const { macro, title } = reply;
    if (textOf(reply).includes(BLANK)) return use(reply);
    draft.change('');
    if (!(await client.sender.send(thread.id, textOf(reply)))) return;
    const matter = (thread.brief?.summary ?? '').trim() || title;
    const isOpened =
      macro?.caseKind === undefined ||
      (await caseChanged(openCase(session.token, { clientId: newId(), kind: macro.caseKind, title: matter.slice(0, MAX_MATTER), conversationId: thread.id })));
    if (isOpened && macro?.disposition) await report(client.close(thread.id, { disposition: macro.disposition, summary: '', tags: macro.tags }));
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing || event.keyCode === 229) return false;
    const chosen = found[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setPlace({ text: draft.text, at: (at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length) });
    else if (event.key === 'Enter') {
      // What was typed to find one is not for the subscriber: where none fits, Enter does nothing, with whatever key beside it.
      if (chosen && (event.ctrlKey || event.metaKey) && isMacro(chosen)) void run(chosen);
      else if (chosen) use(chosen);
    } else if (event.key === 'Escape') draft.change('');
    else return false;
    event.preventDefault();
    return true;
  };
  return { isOpen, isKnown: data !== undefined, found, at, textOf, isMacro, use, run: (reply) => void run(reply), onKeyDown };
}
