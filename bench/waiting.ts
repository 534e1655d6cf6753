/** How many waits end within the range shown first, on simulated floors whose load, staffing and handling times drift. */
import { keep } from './servers.js';
import { estimateWait } from '../src/handoff/estimate.js';
import type { WaitRange } from '../src/handoff/estimate.js';

interface Shape {
  readonly name: string;
  readonly agents: number;
  readonly handlingSeconds: number;
  /** Arrivals as a share of what the floor can serve, at its lowest and at its highest. */
  readonly load: readonly [number, number];
  readonly patienceSeconds: number;
}

const FLOORS: readonly Shape[] = [
  { name: 'small and busy', agents: 4, handlingSeconds: 300, load: [0.7, 1.2], patienceSeconds: 1800 },
  { name: 'middle', agents: 15, handlingSeconds: 360, load: [0.6, 1.15], patienceSeconds: 1800 },
  { name: 'large', agents: 60, handlingSeconds: 420, load: [0.7, 1.1], patienceSeconds: 1200 },
  { name: 'overrun', agents: 20, handlingSeconds: 300, load: [0.9, 1.6], patienceSeconds: 900 },
];
const CAPACITY = 3;
const DAY_SECONDS = 12 * 3600;
const SAMPLES = 50;
const LEAVING_WINDOW = 3600;
/** The range told to somebody for whom a hand is free. */
const AT_ONCE = 5;

interface Waiting {
  readonly since: number;
  readonly givesUpAt: number;
  readonly first: WaitRange | null;
}

interface Tally {
  served: number;
  within: number;
  sooner: number;
  later: number;
}

/** The same numbers on every run. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One day, second by second: arrivals and handling swing with the hour, agents come and go. */
function simulate(shape: Shape, seed: number): Tally {
  const draw = drawing(seed);
  const exponential = (mean: number): number => -mean * Math.log(1 - draw());
  // A service in a shared hand takes as many times longer as the hand has chats; lengths are spread log-normally.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const tally: Tally = { served: 0, within: 0, sooner: 0, later: 0 };
  let line: Waiting[] = [];
  let endings: number[] = [];
  const durations: number[] = [];
  const left: { at: number; waited: number; isGivenUp: boolean }[] = [];
  let slots = shape.agents * CAPACITY;
  for (let now = 0; now < DAY_SECONDS; now += 1) {
    const swing = (1 - Math.cos((4 * Math.PI * now) / DAY_SECONDS)) / 2;
    const [low, high] = shape.load;
    if (now % 900 === 0) slots = Math.max(1, Math.round(shape.agents * (0.85 + 0.3 * draw()))) * CAPACITY;
    const handling = shape.handlingSeconds * (1 + 0.25 * Math.sin((2 * Math.PI * now) / DAY_SECONDS));
    endings = endings.filter((at) => at > now);
    for (const one of line.filter(({ givesUpAt }) => givesUpAt <= now)) left.push({ at: now, waited: now - one.since, isGivenUp: true });
    line = line.filter(({ givesUpAt }) => givesUpAt > now);
    const rate = ((low + (high - low) * swing) * shape.agents * CAPACITY) / shape.handlingSeconds;
    for (let arrivals = draw() < rate % 1 ? Math.ceil(rate) : Math.floor(rate); arrivals > 0; arrivals -= 1) {
      const lately = left.filter(({ at }) => at > now - LEAVING_WINDOW);
      const waited = lately.reduce((sum, one) => sum + one.waited, 0) + line.reduce((sum, one) => sum + now - one.since, 0);
      const leavingPerSecond = waited === 0 ? 0 : lately.filter(({ isGivenUp }) => isGivenUp).length / waited;
      const handlingMs = durations.slice(-SAMPLES).map((seconds) => seconds * 1000);
      const first = estimateWait(line.length + 1, { handlingMs, slots, taken: endings.length, leavingPerSecond });
      line.push({ since: now, givesUpAt: now + exponential(shape.patienceSeconds), first });
    }
    while (line.length > 0 && endings.length < slots) {
      const [next, ...rest] = line;
      if (!next) break;
      line = rest;
      const answer = 2 + exponential(4);
      const duration = Math.max(20, handling * Math.exp(0.6 * normal() - 0.18));
      endings.push(now + answer + duration);
      durations.push(duration);
      const wait = now + answer - next.since;
      left.push({ at: now, waited: wait, isGivenUp: false });
      // Who is taken at once was told so: that proves nothing.
      if (!next.first || next.first.low + next.first.likely <= AT_ONCE) continue;
      tally.served += 1;
      if (wait < next.first.low) tally.sooner += 1;
      else if (wait > next.first.high) tally.later += 1;
      else tally.within += 1;
    }
  }
  return tally;
}

const sharesOf = ({ served, within, sooner, later }: Tally) => ({ waits: served, within: share(within, served), sooner: share(sooner, served), later: share(later, served) });
const share = (count: number, of: number): string => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;

const floors: Record<string, object> = {};
const total: Tally = { served: 0, within: 0, sooner: 0, later: 0 };
for (const shape of FLOORS) {
  const sum: Tally = { served: 0, within: 0, sooner: 0, later: 0 };
  for (let seed = 1; seed <= 5; seed += 1) {
    const day = simulate(shape, seed * 7919);
    for (const key of ['served', 'within', 'sooner', 'later'] as const) {
      sum[key] += day[key];
      total[key] += day[key];
    }
  }
  floors[shape.name] = sharesOf(sum);
  process.stdout.write(`${shape.name}: ${sum.served} real waits, ${share(sum.within, sum.served)} within, ${share(sum.sooner, sum.served)} sooner, ${share(sum.later, sum.served)} later\n`);
}
process.stdout.write(`all: ${total.served} real waits, ${share(total.within, total.served)} within the range shown first\n`);
keep('waiting', { all: sharesOf(total), floors });
if (total.within / total.served < 0.7) process.exitCode = 1;
