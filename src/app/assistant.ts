/** Puts the assistant together: skills on the operator's systems, knowledge on the content in force. */
import type { Operator } from '../adapters/operator/demo-operator.js';
import { Assistant } from '../dialogue/assistant.js';
import type { ConversationRoom } from '../conversation/room.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { ReplyDrafts } from '../knowledge/reply-drafts.js';
import type { CaseOpenings } from '../ports/case-openings.js';
import type { Clock } from '../ports/clock.js';
import type { Embeddings } from '../ports/embeddings.js';
import type { PersonalData } from '../ports/personal-data.js';
import type { PublishedContent } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import { createSkills } from '../skills/skills.js';
import type { Logger } from '../telemetry/logger.js';
import type { Grounding } from './grounding.js';

export interface AssistantParts {
  readonly cases: CaseOpenings;
  readonly personal: PersonalData;
  readonly content: PublishedContent;
  readonly operator: Operator;
  readonly knowledge: Knowledge;
  readonly settings: SettingsInForce;
  readonly embeddings: Embeddings | null;
  /** Null without a language model. */
  readonly grounding: Grounding | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createAssistant({ cases, personal, content, operator, knowledge, settings, embeddings, grounding, clock, logger }: AssistantParts): Pick<ConversationRoom, 'assistant' | 'drafts'> {
  const { businessSystem, catalogue, orders, network } = operator;
  const skills = createSkills({ businessSystem, catalogue, orders, network, cases, personal });
  const drafts = new ReplyDrafts({ knowledge, writer: grounding?.writer ?? null });
  return { assistant: new Assistant({ content, skills, knowledge, cases, settings, logger, ...(embeddings ? { embed: embedInTime(embeddings) } : {}), ...(grounding ? { modelClock: clock, chooser: grounding.chooser, accountHelp: grounding.accountHelp } : {}) }), drafts };
}

/** A message is read without its vector rather than late. */
const EMBED_WITHIN_MS = 700;

function embedInTime(embeddings: Embeddings): (text: string) => Promise<Float32Array | null> {
  return async (text) => {
    const vectors = await embeddings.embed([text], AbortSignal.timeout(EMBED_WITHIN_MS)).catch(() => null);
    return vectors?.[0] ?? null;
  };
}
