/** What is said beside the record: a score and the thanks for it. Kept for a while, so that a page that asks hears of it like one that listens. */
export interface Aside {
  /** Epoch ms, later than all that was told beside the record before. */
  readonly at: number;
  readonly heard: { readonly clientId: string; readonly text: string };
  readonly text: string;
}

interface HasBeside {
  readonly asides?: readonly Aside[];
  readonly recalled?: readonly { readonly at: number }[];
}

const KEPT = 5;

/** Told again it is the same one. */
export function withAside<Of extends HasBeside>(conversation: Of, said: Omit<Aside, 'at'>, now: number): Of {
  const asides = conversation.asides ?? [];
  if (asides.some(({ heard }) => heard.clientId === said.heard.clientId)) return conversation;
  return { ...conversation, asides: [...asides, { ...said, at: Math.max(now, besideUpTo(conversation) + 1) }].slice(-KEPT) };
}

/** When something happened last that has no place in the record: something was said beside it, or words of it were taken back. */
export function besideUpTo({ asides = [], recalled = [] }: HasBeside): number {
  return Math.max(0, ...[...asides, ...recalled].map(({ at }) => at));
}
