/** A model with tools whose every answer passes the gate. */
import type { ToolAssistant } from '../../ports/tool-assistant.js';
import type { ModelGate } from './model-gate.js';

export function gatedToolAssistant(assistant: ToolAssistant, gate: ModelGate): ToolAssistant {
  return { answer: (request, onPiece) => gate.through(request.errand, () => assistant.answer(request, onPiece)) };
}
