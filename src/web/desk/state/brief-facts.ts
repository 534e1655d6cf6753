/** What a brief says of the account, found by what it is and not by how it is called in the language of the page. */
import type { WireBrief } from '../../../protocol/desk.js';
import { conversationWords } from '../../../wording/conversation/words.js';

export type AccountField = keyof ReturnType<typeof conversationWords>['brief']['fields'];

export function accountValue(brief: WireBrief | null, field: AccountField): string | undefined {
  return rowOf(brief, field)?.value;
}

/** In the words of the subscriber's language, to be said to them. */
export function valueToTell(brief: WireBrief | null, field: AccountField): string | undefined {
  const row = rowOf(brief, field);
  return row?.told ?? row?.value;
}

function rowOf(brief: WireBrief | null, field: AccountField): WireBrief['account'][number] | undefined {
  const names = [conversationWords('zh-CN').brief.fields[field], conversationWords('en').brief.fields[field]];
  return brief?.account.find((row) => names.includes(row.name));
}
