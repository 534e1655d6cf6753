/**
 * What WeChat lets us call for an Official Account.
 *
 * Promises: never throws for what the platform answers; a platform that is away or slow (5 s) is `later`.
 */
export type PlatformAnswer =
  | { readonly kind: 'sent' }
  /** Away, busy, or its own limit: five messages for each of the user's, within 48 hours. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly isAway?: boolean; readonly code: number | null }
  /** This message will never be taken, e.g. the user left. */
  | { readonly kind: 'never'; readonly code: number };

/** `too-large`: more than is kept of a file. `gone`: no longer there, or not to be had now. */
export type WechatFile = { readonly kind: 'file'; readonly name: string; readonly mime: string; readonly content: Uint8Array } | { readonly kind: 'too-large' } | { readonly kind: 'gone' };

export interface WechatPlatform {
  /** By the customer-service call; `text` at most 2,048 bytes of UTF-8. */
  sendText(openId: string, text: string): Promise<PlatformAnswer>;
  /** Waits 3 s at most: the platform wants its answer within five. */
  fetchFile(mediaId: string): Promise<WechatFile>;
}
