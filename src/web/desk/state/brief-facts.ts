/** What a brief says of the account, found by what it is and not by how it is called in the language of the page. */
import type { WireBrief } from '../../../protocol/desk.js';
import { conversationWords } from '../../../wording/conversation/words.js';

export type AccountField = keyof ReturnType<typeof conversationWords>['brief']['fields'];

export function accountValue(brief: WireBrief | null, field: AccountField): string | undefined {
  const names = [conversationWords('zh-CN').brief.fields[field], conversationWords('en').brief.fields[field]];
  return brief?.account.find((row) => names.includes(row.name))?.value;
}
