/** Whom somebody called most in a month, counted from the list of their calls; whose number that is, no list says. */
import type { CallRecord } from '../domain/account.js';
import type { Asked } from './account-skill.js';

const MOST =
  /(?:打|通话|联系|电话|号码|谁)[^,，。?？]{0,10}最(?:多|久|长|频繁|勤)|最(?:多|久|长|频繁|勤)的?(?:一次|一个|一通|是谁|是哪|号码|电话)|\b(?:who|whom|which|what|longest|most)\b.{0,40}\b(?:most|longest|often|call(?:ed)?|number)\b/iu;
const SHOWN = 3;

export function asksWhomMost(text: string): boolean {
  return MOST.test(text);
}

interface Peer {
  readonly peer: string;
  readonly calls: number;
  readonly minutes: number;
}

function peersOf(made: readonly CallRecord[]): readonly Peer[] {
  const peers = new Map<string, Peer>();
  for (const { peer, seconds } of made) {
    const before = peers.get(peer);
    peers.set(peer, { peer, calls: (before?.calls ?? 0) + 1, minutes: (before?.minutes ?? 0) + Math.ceil(seconds / 60) });
  }
  return [...peers.values()].sort((one, other) => other.calls - one.calls || other.minutes - one.minutes);
}

export function mostCalled({ words: { line } }: Pick<Asked, 'words'>, month: string, records: readonly CallRecord[]): readonly string[] {
  const made = records.filter(({ direction }) => direction === 'out');
  const peers = peersOf(made);
  const [first] = peers;
  const [longest] = [...made].sort((one, other) => other.seconds - one.seconds);
  if (!first || !longest) return [line.callsNoneMade({ month })];
  const most = peers.filter(({ calls }) => calls === first.calls);
  const told = first.calls === 1 ? [line.callsNoMost({ month, numbers: peers.length })] : most.slice(0, SHOWN).map((one) => line.callsMost({ month, ...one }));
  return [...told, line.callsLongest({ at: longest.at, peer: longest.peer, duration: line.duration(longest) }), line.callsWhose];
}
