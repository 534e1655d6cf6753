/** The language model as configured, behind its gate. */
import { LangchainToolAssistant } from '../adapters/langchain/tool-assistant.js';
import { gatedLanguageModel } from '../adapters/model-gate/gated-language-model.js';
import { gatedToolAssistant } from '../adapters/model-gate/gated-tool-assistant.js';
import { ModelGate } from '../adapters/model-gate/model-gate.js';
import type { GateFailure } from '../adapters/model-gate/model-gate.js';
import { failureOf } from '../adapters/openai/failures.js';
import { MODEL_LIMITS, OpenAiLanguageModel } from '../adapters/openai/openai-language-model.js';
import { TimedRequest } from '../adapters/openai/time-limits.js';
import { tokensIn } from '../adapters/openai/token-count.js';
import type { Clock } from '../ports/clock.js';
import type { LanguageModel } from '../ports/language-model.js';
import type { ModelLedger } from '../ports/model-ledger.js';
import type { ToolAssistant } from '../ports/tool-assistant.js';
import type { Logger } from '../telemetry/logger.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { LanguageModelSettings } from './settings.js';

export interface ModelWorld {
  readonly ledger: ModelLedger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

export interface OpenModel {
  readonly language: LanguageModel;
  readonly tools: ToolAssistant;
}

/** Both through one gate: one breaker, one budget. */
export function openModel(settings: LanguageModelSettings, { ledger, clock, metrics, logger }: ModelWorld): OpenModel {
  const trouble = (error: unknown) => logger.error({ error }, 'the cost of a model call could not be written down');
  const turned = (failure: GateFailure | null) => (failure === null ? logger.warn({}, 'the language model answers again') : logger.warn({ ...failure, seconds: settings.breakerMs / 1000 }, 'the language model failed five times in a row and is left alone for a while; answers come without it'));
  const gate = new ModelGate(settings, { ledger, clock, metrics: metrics.model, trouble, turned });
  return { language: gatedLanguageModel(new OpenAiLanguageModel(settings, clock), gate), tools: gatedToolAssistant(new LangchainToolAssistant(settings, { timed: (signal) => new TimedRequest(clock, MODEL_LIMITS, signal), failureOf, tokensIn }), gate) };
}
