/** YAML read against a schema, with every problem told by file and line, as an editor needs it. */
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';

export interface ContentProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before this text begins. */
  readonly linesBefore: number;
}

export type Parsed<Value> = { readonly value: Value } | { readonly problems: readonly ContentProblem[] };

export function parseYaml<Value>(source: YamlText, schema: z.ZodType<Value>): Parsed<Value> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const problemAt = (offset: number, text: string): ContentProblem => ({
    file: source.file,
    line: source.linesBefore + lines.linePos(offset).line,
    text,
  });
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => problemAt(error.pos[0], error.message.split('\n')[0] ?? error.message)) };
  }
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data };
  return {
    problems: checked.error.issues.map((issue) => problemAt(offsetOf(document, issue.path), `${issue.path.join('.') || 'file'}: ${issue.message}`)),
  };
}

/** Of a missing field, the place of what should hold it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
