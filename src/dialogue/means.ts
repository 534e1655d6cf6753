/** What the assistant works with: skills for the account, knowledge for everything else. */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { CaseOpenings } from '../ports/case-openings.js';
import type { Skill } from '../skills/skill.js';
import type { Logger } from '../telemetry/logger.js';
import type { IntentChooser } from './intent-chooser.js';
import type { Outcome, Work } from './outcome.js';

export interface Means {
  readonly skills: ReadonlyMap<string, Skill>;
  readonly knowledge: Knowledge;
  /** Left out where nothing outlives the chat. */
  readonly cases?: CaseOpenings;
  readonly logger: Logger | null;
  /** Absent without a language model. */
  readonly chooser?: IntentChooser;
  readonly accountHelp?: { answer(means: Means, work: Work): Promise<Outcome | null> };
}
