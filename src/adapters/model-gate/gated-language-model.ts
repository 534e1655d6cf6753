/** A language model whose every call passes the gate. */
import type { LanguageModel } from '../../ports/language-model.js';
import type { ModelGate } from './model-gate.js';

export function gatedLanguageModel(model: LanguageModel, gate: ModelGate): LanguageModel {
  return {
    complete: (request, onPiece) => gate.through(request.errand, () => model.complete(request, onPiece)),
    fill: (request) => gate.through(request.errand, () => model.fill(request)),
  };
}
