/** The second opinion: what no sum of words can tell, and where it is learnt. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { train } from '../../../src/understanding/engine.js';
import type { Ears } from '../../../src/understanding/learnt-ears.js';
import { newRows } from '../../../src/understanding/feature-space.js';
import { HiddenLayer, trainHiddenLayer } from '../../../src/understanding/hidden-layer.js';
import { loadModel, saveModel } from '../../../src/understanding/model-file.js';
import { seeded } from '../../../src/understanding/random.js';
import { Reader } from '../../../src/understanding/reader.js';
import { trainSoftmax } from '../../../src/understanding/softmax.js';
import type { Documents } from '../../../src/understanding/softmax.js';
import { trainingSetOf } from '../../../src/understanding/training-set.js';
import { EMPTY_LEXICON } from '../../../src/understanding/lexicon.js';
import { seededParts } from '../../support/seeded-content.js';

/** One of two beginnings, one of two endings; only both together tell the class. */
const PAIRS = [
  { rows: [0, 2], label: 0 },
  { rows: [1, 3], label: 0 },
  { rows: [0, 3], label: 1 },
  { rows: [1, 2], label: 1 },
] as const;
const TIMES = 40;
const many = Array.from({ length: TIMES }, () => PAIRS).flat();
const documents: Documents = {
  starts: Int32Array.from({ length: many.length + 1 }, (_, index) => index * 2),
  rows: Int32Array.from(many.flatMap(({ rows }) => rows)),
  values: new Float32Array(many.length * 2).fill(1),
  labels: Int32Array.from(many, ({ label }) => label),
};
const SIZES = { rowCount: 4, classCount: 2 };

describe('the second opinion', () => {
  it('tells classes apart that no sum of weights can', () => {
    const { weights, bias } = trainSoftmax(documents, { ...SIZES, epochs: 30, rate: 0.3, sharesRate: new Uint8Array(4), random: seeded(1), chosen: Int32Array.from(many, (_, index) => index) });
    const linear = PAIRS.map(({ rows, label }) => {
      const logit = (of: number) => (bias[of] ?? 0) + rows.reduce((sum: number, row) => sum + (weights[row * 2 + of] ?? 0), 0);
      return logit(label) > logit(1 - label);
    });
    expect(linear).toContain(false);

    const net = new HiddenLayer(trainHiddenLayer(documents, { ...SIZES, epochs: 30, random: seeded(1) }));
    for (const { rows, label } of PAIRS) {
      const placed = newRows(2);
      placed.rows.set(rows);
      placed.values.fill(1);
      placed.count = 2;
      const chances = net.chancesOf(placed);
      expect(chances[label]).toBeGreaterThan(0.9);
      expect([...chances].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    }
  });

  const lines = (each: number) =>
    ['price', 'colour', 'parcel'].flatMap((intent, which) => Array.from({ length: each }, (_, index) => ({ intent, text: `${['what does it cost', 'which shade is it', 'where is my box'][which]} number${index}` })));

  /** What else a model hears is no matter here, and learnt already. */
  let ears: Ears;
  beforeAll(async () => {
    ears = await (await seededParts()).ears.ears();
  });
  const modelOf = (each: number) => train({ ...trainingSetOf(lines(each), EMPTY_LEXICON), ears });

  it('is learnt where there are many examples of each intent, and read again as it was saved', () => {
    const model = modelOf(90);
    expect(model.classifier.second).not.toBeNull();
    const context = { today: '2026-11-29' };
    const [live, again] = [new Reader(model), new Reader(loadModel(saveModel(model)))];
    for (const text of ['what is the cost', 'which colour shade', 'my box where']) expect(again.read(text, context)).toEqual(live.read(text, context));
    expect(live.read('tell me what it costs', context).ranking[0]?.intent).toBe('price');
    expect(modelOf(90).classifier.second).toEqual(model.classifier.second);
  });

  it('is left out where there are few', () => {
    expect(modelOf(40).classifier.second).toBeNull();
  });
});
