/** The shared replies a new desk starts with; a desk with replies of its own keeps them. */
import type { CannedReply, Macro } from '../domain/canned-reply.js';
import type { CannedReplies } from '../ports/canned-replies.js';
import { en } from '../wording/canned/en.js';
import { zhCn } from '../wording/canned/zh-cn.js';
import type { CannedKey } from '../wording/canned/zh-cn.js';

const { folders, tags } = zhCn;

const FOLDER_OF: Readonly<Record<CannedKey, string>> = {
  ...{ hello: folders.opening, moment: folders.opening, sorryToWait: folders.opening, stillHere: folders.opening },
  ...{ askDetail: folders.checking, askVerify: folders.checking },
  ...{ plan: folders.plans, planNext: folders.plans, billCheck: folders.billing, doubleCharge: folders.billing, topUpLate: folders.billing },
  ...{ signal: folders.network, broadband: folders.network, sorry: folders.soothing, understand: folders.soothing },
  ...{ transfer: folders.closing, anythingElse: folders.closing, bye: folders.closing, noAnswer: folders.closing },
};

const MACROS: Readonly<Partial<Record<CannedKey, Macro>>> = {
  bye: { tags: [tags.solved], disposition: 'solved' },
  noAnswer: { tags: [tags.noAnswer], disposition: 'no-answer' },
};

export async function seedCannedReplies(store: CannedReplies, now: number): Promise<void> {
  if ((await store.listFor(null)).length > 0) return;
  for (const reply of houseReplies(now)) await store.save(reply);
}

function houseReplies(now: number): readonly CannedReply[] {
  return (Object.keys(zhCn.replies) as CannedKey[]).map((key, index) => {
    const [title, text] = zhCn.replies[key];
    const id = `house-${String(index).padStart(2, '0')}-${key}`;
    return { id, ownerId: null, folder: FOLDER_OF[key], title, text: { 'zh-CN': text, en: en[key] }, macro: MACROS[key] ?? null, updatedAt: now };
  });
}
