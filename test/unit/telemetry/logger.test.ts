/** What an operator finds in the log when something went wrong, and what never stands there. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

/** In a process of its own: the log goes to the output of the process. */
function logged(code: string): { readonly line: string; readonly fields: Readonly<Record<string, unknown>> } {
  const script = `import { createLogger } from ${JSON.stringify(join(ROOT, 'src/telemetry/logger.ts'))}; const logger = createLogger('info'); ${code}`;
  const line = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' }).trim();
  return { line, fields: JSON.parse(line) as Record<string, unknown> };
}

it('says what went wrong and where, with its cause, numbers masked and no headers', () => {
  const { line, fields } = logged(
    `const error = Object.assign(new Error('no row for 13800000001', { cause: new Error('the socket was closed') }), { code: '23505', headers: { authorization: 'Bearer abc' } }); logger.error({ error, event: 'send' }, 'a request failed');`,
  );
  expect(fields).toMatchObject({ msg: 'a request failed', event: 'send', error: { name: 'Error', message: 'no row for 138****0001', errorCode: '23505', cause: { message: 'the socket was closed' } } });
  expect((fields['error'] as { stack: string }).stack).toContain('at ');
  expect(line).not.toContain('Bearer');
});

it('keeps what was thrown without being an error', () => {
  expect(logged(`logger.warn({ error: 'gone' }, 'lost');`).fields).toMatchObject({ error: 'gone', msg: 'lost' });
});
