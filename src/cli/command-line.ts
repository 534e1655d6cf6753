/** What the measuring commands do with options they do not know and files they cannot use: one line, and a code. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

const CANNOT = 1;
const NOT_UNDERSTOOD = 2;

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Given extends Options> = ReturnType<typeof parseArgs<{ options: Given }>>['values'];

export function optionsOf<Given extends Options>(usage: string, options: Given): Values<Given> {
  try {
    return parseArgs({ options }).values;
  } catch {
    return notUnderstood(usage);
  }
}

export function notUnderstood(usage: string): never {
  process.stderr.write(`usage: ${usage}\n`);
  process.exit(NOT_UNDERSTOOD);
}

/** The result, or the end of the command with what was wrong. */
export function orTold<Value>(work: Promise<Value>): Promise<Value> {
  return work.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(CANNOT);
  });
}
