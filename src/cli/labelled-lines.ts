/** Reads labelled messages for the measuring commands: JSON lines with a text and an intent (or "label"); null and "oos" are out of scope. */
import { readFile } from 'node:fs/promises';

export interface LabelledLine {
  readonly text: string;
  readonly intent: string | null;
}

export async function readLabelled(path: string): Promise<LabelledLine[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [labelled(line, `${path}:${index + 1}`)]));
}

function labelled(line: string, place: string): LabelledLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: not JSON`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') throw new Error(`${place}: "text" is missing`);
  const intent = 'intent' in value ? value.intent : 'label' in value ? value.label : null;
  return { text: value.text, intent: typeof intent === 'string' && intent !== 'oos' && intent !== 'out_of_scope' && intent !== '' ? intent : null };
}
