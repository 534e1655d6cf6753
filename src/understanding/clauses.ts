/** The clauses of a message, by its signs or, between Chinese characters, by a space. */
const CLAUSE_END = /[,.!?;]+|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/u;

/** None where the message is one clause. */
export function clausesOf(folded: string): string[] {
  const clauses = folded.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
  return clauses.length > 1 ? clauses : [];
}
