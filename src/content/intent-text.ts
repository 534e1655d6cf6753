/** An intent as JSON and as the text of its file: what an editor did not change stays as it was written, comments too. */
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, parseDocument } from 'yaml';

export type Json = Readonly<Record<string, unknown>>;

/** The order in which a new file lists its fields. */
const ORDER = ['id', 'kind', 'names', 'skill', 'verify', 'skillGroup', 'urgent', 'slots', 'examples', 'answers', 'buttons', 'validFrom', 'validTo', 'plans', 'regions', 'owner', 'notes'];

export function intentJson(text: string): Json {
  const value: unknown = parseDocument(text).toJS();
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

export function intentText(intent: Json, previous: string | null): string {
  const document = previous === null ? new Document({}) : parseDocument(previous);
  const before = previous === null ? {} : intentJson(previous);
  for (const key of Object.keys(before)) if (!(key in intent)) document.delete(key);
  for (const key of [...ORDER, ...Object.keys(intent)]) {
    if (key in intent) setChanged(document, [key], { before: before[key], after: intent[key] });
  }
  // As it was written before: a change of one field leaves the look of the others.
  return document.toString({ lineWidth: 0, flowCollectionPadding: previous === null || /[{[] \S/.test(previous) });
}

/** Goes into maps, so that a change in one language leaves the other as it stands. */
function setChanged(document: Document, path: readonly string[], { before, after }: { before: unknown; after: unknown }): void {
  if (isDeepStrictEqual(before, after)) return;
  if (isPlain(before) && isPlain(after) && isMap(document.getIn(path))) {
    for (const key of Object.keys(before)) if (!(key in after)) document.deleteIn([...path, key]);
    for (const key of Object.keys(after)) setChanged(document, [...path, key], { before: before[key], after: after[key] });
    return;
  }
  document.setIn(path, document.createNode(after));
}

function isPlain(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
