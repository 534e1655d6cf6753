/** Puts the insights' room on its ports. */
import { Masking } from '../knowledge/guard/masking.js';
import { ByVectors } from '../insights/by-vectors.js';
import { Insights } from '../insights/insights.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { Clock } from '../ports/clock.js';
import type { Embeddings } from '../ports/embeddings.js';
import type { Ids } from '../ports/ids.js';
import type { PublishedContent } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import type { Logger } from '../telemetry/logger.js';
import type { Facilities } from './facilities.js';

export interface InsightsParts {
  readonly facilities: Pick<Facilities, 'store' | 'bus' | 'turnLock'>;
  readonly content: PublishedContent;
  /** Null without an endpoint. */
  readonly embeddings: Embeddings | null;
  readonly business: BusinessSystem;
  readonly ids: Ids;
  readonly settings: SettingsInForce;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createInsights({ facilities: { store, bus, turnLock }, content, embeddings, business, settings, clock, ids, logger }: InsightsParts): Insights {
  const onSilence = (error: unknown): void => logger.warn({ error }, 'questions are grouped without vectors');
  return new Insights({
    ...{ figures: store.figures, handoffs: store.handoffs, log: store.log, ledger: store.modelLedger, revisions: store.content },
    ...{ findings: store.findings, notices: store.notices, audit: store.audit, cases: store.cases, business, ids, mask: (text: string) => new Masking().mask(text) },
    ...{ bus, turnLock, content, settings, clock },
    byVectors: embeddings && new ByVectors({ embeddings, clock, onTrouble: onSilence }),
    onTrouble: (error) => logger.error({ error }, 'the figures could not be brought up to date'),
  });
}
