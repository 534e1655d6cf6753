/** The gate before the language model: the breaker, the day's budget, the books and the metrics. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Registry } from 'prom-client';
import { ModelGate } from '../../../src/adapters/model-gate/model-gate.js';
import type { GateFailure } from '../../../src/adapters/model-gate/model-gate.js';
import { dayOf } from '../../../src/domain/calendar.js';
import { ModelFailure, withCost } from '../../../src/domain/model-failure.js';
import type { Errand } from '../../../src/ports/language-model.js';
import type { ModelLedger, ModelUse } from '../../../src/ports/model-ledger.js';
import { ModelMetrics } from '../../../src/telemetry/model-metrics.js';

const START = Date.UTC(2026, 10, 22, 4);
const ERRAND: Errand = { purpose: 'answer', conversationId: 'c1' };

function opened(dailyTokens: number | null = null) {
  const uses: ModelUse[] = [];
  const turns: (GateFailure | null)[] = [];
  const registry = new Registry();
  const ledger: ModelLedger = {
    add: (use) => Promise.resolve(void uses.push(use)),
    tokensOn: (day) => Promise.resolve(uses.filter((use) => use.day === day).reduce((sum, { tokens }) => sum + tokens.input + tokens.output, 0)),
    ofConversation: () => Promise.reject(new Error('not asked for')),
  };
  const clock = { now: () => Date.now(), after: () => () => undefined };
  const gate = new ModelGate({ dailyTokens, breakerMs: 30_000, prices: { input: 2, output: 10 } }, { ledger, clock, metrics: new ModelMetrics(registry), trouble: (error) => { throw error; }, turned: (failure) => turns.push(failure) });
  const works = () => gate.through(ERRAND, () => Promise.resolve({ tokens: { input: 30, output: 10 } }));
  const fails = (kind: ModelFailure['kind'] = 'server') => gate.through(ERRAND, () => Promise.reject(new ModelFailure(kind)));
  return { gate, uses, turns, works, fails, told: () => registry.metrics() };
}

describe('the gate before the model', () => {
  // The breaker looks at the machine's own clock.
  beforeEach(() => void jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

  it('opens after five failures in a row, asks once when the time is up, and closes when that went well', async () => {
    const { works, fails, told } = opened();
    for (let time = 0; time < 5; time += 1) await expect(fails()).rejects.toMatchObject({ kind: 'server' });
    await expect(works()).rejects.toMatchObject({ kind: 'shut', code: 'unavailable' });
    expect(await told()).toContain('jiebang_model_breaker 2');
    jest.setSystemTime(START + 29_000);
    await expect(works()).rejects.toMatchObject({ kind: 'shut' });
    jest.setSystemTime(START + 31_000);
    await works();
    await works();
    expect(await told()).toContain('jiebang_model_breaker 0');
  });

  it('counts what a failed answer had cost, against the budget too', async () => {
    const { gate, uses, works } = opened(100);
    const half = withCost(new ModelFailure('cut'), { input: 90, output: 15 });
    await expect(gate.through(ERRAND, () => Promise.reject(half))).rejects.toMatchObject({ kind: 'cut' });
    expect(uses).toMatchObject([{ purpose: 'answer', conversationId: 'c1', tokens: { input: 90, output: 15 } }]);
    await expect(works()).rejects.toMatchObject({ kind: 'spent' });
    // What was turned away cost nothing.
    expect(withCost(new ModelFailure('busy'), { input: 90, output: 0 }).spent).toBeNull();
  });

  it('stays shut when the one it asked failed', async () => {
    const { works, fails } = opened();
    for (let time = 0; time < 5; time += 1) await fails().catch(() => undefined);
    jest.setSystemTime(START + 31_000);
    await expect(fails()).rejects.toMatchObject({ kind: 'server' });
    await expect(works()).rejects.toMatchObject({ kind: 'shut' });
  });

  it('tells once that it shut, and why, and once that it opened again', async () => {
    const { gate, turns, works } = opened();
    const fails = () => gate.through(ERRAND, () => Promise.reject(new ModelFailure('refused', { status: 401, message: 'what was asked' })));
    for (let time = 0; time < 6; time += 1) await fails().catch(() => undefined);
    jest.setSystemTime(START + 31_000);
    await fails().catch(() => undefined);
    expect(turns).toEqual([{ kind: 'refused', status: 401 }]);
    jest.setSystemTime(START + 62_000);
    await works();
    expect(turns).toEqual([{ kind: 'refused', status: 401 }, null]);
  });

  it('counts only failures in a row, and nobody who was told to stop', async () => {
    const { works, fails } = opened();
    for (let time = 0; time < 4; time += 1) await fails().catch(() => undefined);
    await works();
    for (let time = 0; time < 9; time += 1) await fails('stopped').catch(() => undefined);
    for (let time = 0; time < 4; time += 1) await fails().catch(() => undefined);
    await works();
  });

  it('asks nobody once the tokens of the day are spent, and again the day after', async () => {
    const { works } = opened(80);
    await works();
    await works();
    await expect(works()).rejects.toMatchObject({ kind: 'spent' });
    jest.setSystemTime(START + 86_400_000);
    await works();
  });

  it('writes down what each call cost, and tells failures by kind', async () => {
    const { works, fails, uses, told } = opened();
    await works();
    await fails('busy').catch(() => undefined);
    expect(uses).toEqual([{ conversationId: 'c1', purpose: 'answer', day: dayOf(START), tokens: { input: 30, output: 10 }, ms: 0, costMicros: 160 }]);
    const metrics = await told();
    expect(metrics).toContain('jiebang_model_calls_total{purpose="answer",outcome="whole"} 1');
    expect(metrics).toContain('jiebang_model_calls_total{purpose="answer",outcome="busy"} 1');
    expect(metrics).toContain('jiebang_model_tokens_total{direction="input"} 30');
  });
});
