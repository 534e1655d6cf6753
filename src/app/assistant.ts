/** Puts the assistant together: its skills on the operator's systems, its knowledge on the content in force. */
import { offlineComposer } from '../adapters/offline/extract-composer.js';
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { Assistant } from '../dialogue/assistant.js';
import { Knowledge } from '../knowledge/knowledge.js';
import type { Clock } from '../ports/clock.js';
import type { PublishedContent } from '../ports/published-content.js';
import { createSkills } from '../skills/skills.js';
import type { Logger } from '../telemetry/logger.js';
import type { ChosenOperator } from './operator.js';

export interface AssistantParts {
  readonly content: PublishedContent;
  readonly operator: ChosenOperator;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface TheAssistant {
  readonly assistant: Assistant;
  /** Drafts for an agent who answers this question. */
  readonly suggest: (question: string, conversation: Conversation) => Promise<readonly string[]>;
}

export function createAssistant({ content, operator, clock, logger }: AssistantParts): TheAssistant {
  const knowledge = new Knowledge({ content, composer: offlineComposer(), business: operator.businessSystem });
  const assistant = new Assistant({ content, skills: createSkills(operator), knowledge, logger });
  const suggest: TheAssistant['suggest'] = (text, { locale, identity }) => {
    const today = dayOf(clock.now());
    const { ranking, entities } = content.current().read(text, { today, locale });
    return knowledge.suggest({ text, locale, today, ranking, entities, msisdn: identity?.msisdn ?? null, intent: null });
  };
  return { assistant, suggest };
}
