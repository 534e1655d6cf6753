/**
 * What WeChat Customer Service (微信客服) lets us call.
 *
 * Promises: never throws for what the platform answers; a platform that is away or slow (5 s, files 15 s) is `later`.
 */
import type { WechatFile } from './wechat-platform.js';

export interface KfPerson {
  /** The service account they write to, `open_kfid`. */
  readonly account: string;
  /** Who they are to the enterprise, `external_userid`. */
  readonly userId: string;
}

/** 0 new, 1 with the assistant, 2 in the platform's own pool, 3 with a servicer in WeCom, 4 ended or not begun. */
export type KfState = 0 | 1 | 2 | 3 | 4;

export interface KfSession {
  readonly state: KfState;
  /** Only in state 3. */
  readonly servicer: string | null;
}

export interface KfPage {
  readonly cursor: string;
  readonly hasMore: boolean;
  /** As the platform gave them, in its order; nothing about them is checked yet. */
  readonly messages: readonly unknown[];
}

export type KfOutgoing =
  | { readonly kind: 'text'; readonly text: string }
  /** At most ten choices; `id` and `label` at most 128 bytes, `text` at most 1,024. */
  | { readonly kind: 'menu'; readonly text: string; readonly choices: readonly { readonly id: string; readonly label: string }[] }
  | { readonly kind: 'media'; readonly type: 'image' | 'file'; readonly mediaId: string };

export interface KfFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
}

export type Later = { readonly kind: 'later'; readonly afterMs: number; readonly isAway?: boolean; readonly code: number | null };
/** It will never take this as it is. */
export type Refused = { readonly kind: 'refused'; readonly code: number };

export type KfSent =
  | { readonly kind: 'sent' }
  /** The session is not ours to speak in: with somebody else, or ended. */
  | { readonly kind: 'not-ours'; readonly code: number }
  | Later
  | Refused;

export interface WechatKfPlatform {
  /** `token` of the newest announcement lifts the platform's limit on calls. */
  pull(account: string, from: { readonly cursor: string; readonly token: string | null }): Promise<({ readonly kind: 'page' } & KfPage) | Later | Refused>;
  /** `id` (32 of `[0-9a-zA-Z_-]`) is taken once by the platform; a second time is `refused`. */
  send(to: KfPerson, message: KfOutgoing, id: string): Promise<KfSent>;
  /** With the one-time code of an event: the greeting on arrival, the last word when a session ends. */
  sendOnEvent(code: string, message: KfOutgoing, id: string): Promise<KfSent>;
  session(of: KfPerson): Promise<({ readonly kind: 'session' } & KfSession) | Later | Refused>;
  /** `servicer` is needed for 3. An ended session may give a code for one last word. */
  move(whose: KfPerson, to: 1 | 3 | 4, servicer?: string): Promise<{ readonly kind: 'moved'; readonly code: string | null } | Later | Refused>;
  fetchFile(mediaId: string): Promise<WechatFile>;
  upload(type: 'image' | 'file', file: KfFile): Promise<{ readonly kind: 'uploaded'; readonly mediaId: string } | Later | Refused>;
}
