/** What makes a model's words fit to be read, with all that the guard has to know; null without a language model. */
import type { Operator } from '../adapters/operator/demo-operator.js';
import { IntentChooser } from '../dialogue/intent-chooser.js';
import { AccountHelp } from '../dialogue/with-tools.js';
import { GroundedComposer } from '../knowledge/grounded-composer.js';
import { GuardedWriter } from '../knowledge/guarded-writer.js';
import type { Clock } from '../ports/clock.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { OpenModel } from './language-model.js';

export interface GroundingParts {
  readonly model: OpenModel | null;
  readonly operator: Pick<Operator, 'catalogue'>;
  readonly allowedOrigins: readonly string[];
  readonly clock: Clock;
  readonly metrics: Metrics;
}

/** What stands between the model and whoever reads it. */
export interface Grounding {
  readonly composer: GroundedComposer;
  readonly writer: GuardedWriter;
  readonly chooser: IntentChooser;
  readonly accountHelp: AccountHelp;
}

export function createGrounding({ model, operator, allowedOrigins, clock, metrics }: GroundingParts): Grounding | null {
  if (model === null) return null;
  const allowedHosts = [OWN_HOST, ...allowedOrigins.flatMap((origin) => (URL.canParse(origin) ? [new URL(origin).host] : []))];
  const common = { model: model.language, names: namesOf(operator, clock), allowedHosts, onWithheld: (reason: string) => metrics.model.withheld.inc({ reason }) };
  return { composer: new GroundedComposer(common), writer: new GuardedWriter({ ...common, clock }), chooser: new IntentChooser(model.language), accountHelp: new AccountHelp({ ...common, assistant: model.tools }) };
}

/** Of the operator's own site, as the articles name it. */
const OWN_HOST = 'jiebang.example';
/** What the operator sells changes rarely. */
const NAMES_KEPT_MS = 300_000;

/** Names of plans and products in every language, for the guard. */
function namesOf({ catalogue }: Pick<Operator, 'catalogue'>, clock: Clock): () => Promise<readonly string[]> {
  let kept: { readonly at: number; readonly names: readonly string[] } | null = null;
  return async () => {
    if (kept && clock.now() - kept.at < NAMES_KEPT_MS) return kept.names;
    const [plans, products] = await Promise.all([catalogue.plans(), catalogue.products()]);
    kept = { at: clock.now(), names: [...plans, ...products].flatMap(({ name }) => Object.values(name)) };
    return kept.names;
  };
}
