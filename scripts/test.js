/** Builds what the journeys start, runs every suite, and closes with one line of totals: `node scripts/test.js [jest arguments]`. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from './built.js';

/** As Linux names the file system in memory. */
const TMPFS = 0x01021994;
/** Several times what a whole run was seen to hold at once. */
const ROOM_BYTES = 4 * 1024 ** 3;

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const folder = mkdtempSync(join(roomInMemory() ?? tmpdir(), 'jiebang-test-'));
const report = join(folder, 'report.json');

/** What tests keep outlives the processes they kill in memory as well as on a disk, and on a disk each commit waits for it. */
function roomInMemory() {
  const place = '/dev/shm';
  try {
    const { type, bavail, bsize } = statfsSync(place);
    accessSync(place, constants.W_OK);
    return type === TMPFS && bavail * bsize >= ROOM_BYTES ? place : null;
  } catch {
    return null;
  }
}

function run(command, parameters) {
  return spawnSync(command, parameters, { cwd: root, stdio: 'inherit', env: { ...process.env, TEST_RUN_FOLDER: folder, TMPDIR: folder } }).status ?? 1;
}

// Journeys drive the built product, so a stale build would test yesterday's code.
const built = isBuilt() ? 0 : run('npm', ['run', '--silent', 'build']);
if (built !== 0) process.exit(built);

const jest = join(root, 'node_modules/jest/bin/jest.js');
const code = run(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, '--json', `--outputFile=${report}`, ...args]);

let result;
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.log('0 passed, 1 failed');
  process.exit(code === 0 ? 1 : code);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// A suite that did not even load has no tests of its own to count; it counts as one failure.
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
const skipped = result.numPendingTests;
console.log(`${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : code);
