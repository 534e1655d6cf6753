/** Sentences that ask for a person, and sentences that only sound like it; the product's own. */
export interface PersonSentence {
  readonly text: string;
  readonly isAsked: boolean;
}

const ASKED = `转人工|人工客服`;
const NOT_ASKED = `人工智能是什么|人工费怎么收`;

function sentences(lines: string, isAsked: boolean): PersonSentence[] {
  return lines.split('|').map((text) => ({ text, isAsked }));
}

export const PERSON_SENTENCES: readonly PersonSentence[] = [...sentences(ASKED, true), ...sentences(NOT_ASKED, false)];
