/** A model as bytes and back, and the ears it is trained with, number for number; loading only lays views over the bytes, so a start need not retrain. */
import type { Ears } from './learnt-ears.js';
import type { Model } from './model.js';

const MAGIC = 'JBNLU';
/** Raised whenever the meaning of a stored model changes; older files are then retrained. */
export const MODEL_VERSION = 19;
const ALIGNMENT = 8;

type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

const KINDS = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;
type Kind = keyof typeof KINDS;

/** Stands in the header for an array of numbers kept behind it. */
interface Reference {
  readonly $numbers: Kind;
  readonly at: number;
  readonly count: number;
}

export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

export function saveModel(model: Model): Uint8Array {
  return saved(model);
}

/** Throws ModelFileError on anything that `saveModel` of this version did not write. */
export function loadModel(bytes: Uint8Array): Model {
  return loaded(bytes) as Model;
}

export function saveEars(ears: Ears): Uint8Array {
  return saved(ears);
}

/** Throws ModelFileError like `loadModel`. */
export function loadEars(bytes: Uint8Array): Ears {
  return loaded(bytes) as Ears;
}

function saved(value: Model | Ears): Uint8Array {
  const parts: { at: number; bytes: Uint8Array }[] = [];
  let size = 0;
  const header = JSON.stringify(value, (_key, inner: unknown) => {
    const kind = kindOf(inner);
    if (kind === null) return inner;
    const numbers = inner as Numbers;
    const reference: Reference = { $numbers: kind, at: size, count: numbers.length };
    parts.push({ at: size, bytes: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength) });
    size = aligned(size + numbers.byteLength);
    return reference;
  });
  const head = new TextEncoder().encode(header);
  const bodyAt = aligned(16 + head.length);
  const bytes = new Uint8Array(bodyAt + size);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < MAGIC.length; index += 1) bytes[index] = MAGIC.charCodeAt(index);
  view.setUint32(8, MODEL_VERSION, true);
  view.setUint32(12, head.length, true);
  bytes.set(head, 16);
  for (const part of parts) bytes.set(part.bytes, bodyAt + part.at);
  return bytes;
}

function loaded(bytes: Uint8Array): unknown {
  if (bytes.length < 16 || String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new ModelFileError('not a model file');
  // Views need the alignment that a slice of a larger buffer may lack.
  const own = bytes.byteOffset % ALIGNMENT === 0 && bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  const view = new DataView(own.buffer, own.byteOffset, own.byteLength);
  const version = view.getUint32(8, true);
  if (version !== MODEL_VERSION) throw new ModelFileError(`model file of version ${version}, ${MODEL_VERSION} expected`);
  const headSize = view.getUint32(12, true);
  const bodyAt = own.byteOffset + aligned(16 + headSize);
  try {
    return JSON.parse(new TextDecoder().decode(own.subarray(16, 16 + headSize)), (_key, value: unknown) =>
      isReference(value) ? new KINDS[value.$numbers](own.buffer, bodyAt + value.at, value.count) : value,
    ) as unknown;
  } catch (error) {
    throw new ModelFileError('the model file is damaged', { cause: error });
  }
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function kindOf(value: unknown): Kind | null {
  for (const [kind, constructor] of Object.entries(KINDS)) if (value instanceof constructor) return kind as Kind;
  return null;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$numbers' in value;
}
