/** The language model as configured, behind its gate; null without a key. */
import { gatedLanguageModel } from '../adapters/model-gate/gated-language-model.js';
import { ModelGate } from '../adapters/model-gate/model-gate.js';
import { OpenAiLanguageModel } from '../adapters/openai/openai-language-model.js';
import type { Clock } from '../ports/clock.js';
import type { LanguageModel } from '../ports/language-model.js';
import type { ModelLedger } from '../ports/model-ledger.js';
import type { Logger } from '../telemetry/logger.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { LanguageModelSettings } from './settings.js';

export interface ModelWorld {
  readonly ledger: ModelLedger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

export function openLanguageModel(settings: LanguageModelSettings | null, { ledger, clock, metrics, logger }: ModelWorld): LanguageModel | null {
  if (settings === null) return null;
  const trouble = (error: unknown) => logger.error({ error }, 'the cost of a model call could not be written down');
  const gate = new ModelGate(settings, { ledger, clock, metrics: metrics.model, trouble });
  return gatedLanguageModel(new OpenAiLanguageModel(settings, clock), gate);
}
