/** Puts the studio together: rehearsals run on the demo accounts with orders kept in memory, so that trying a draft changes nothing anywhere. */
import { offlineComposer } from '../adapters/offline/extract-composer.js';
import { createDemoOperator } from '../adapters/operator/demo-operator.js';
import { Checker } from '../content/checking.js';
import type { CheckerDeps } from '../content/checking.js';
import { PictureShelf } from '../content/picture-shelf.js';
import { Rehearsal } from '../content/rehearsal.js';
import type { AssistantOn } from '../content/rehearsal.js';
import { pausing } from '../content/slices.js';
import { Studio } from '../content/studio.js';
import type { StudioDeps } from '../content/studio.js';
import { Assistant } from '../dialogue/assistant.js';
import type { AssistantDeps } from '../dialogue/assistant.js';
import type { TryOut } from '../gateway/http/http-deps.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Clock } from '../ports/clock.js';
import type { Pictures } from '../ports/pictures.js';
import type { Revision } from '../ports/published-content.js';
import { createSkills } from '../skills/skills.js';
import { REHEARSED_PERSONAL } from './personal-data.js';
import { rehearsedCases } from './rehearsed-cases.js';

export type StudioParts = Omit<StudioDeps, 'checker' | 'pictures' | 'makeReady'> &
  Pick<CheckerDeps, 'asked' | 'mask'> & {
    readonly pictures: Pictures;
    /** Answers on the revision in force. */
    readonly knowledge: Knowledge;
  };

export function createStudio(parts: StudioParts): { readonly studio: Studio; readonly tryOut: TryOut } {
  const { clock, published, knowledge } = parts;
  const rehearsal = new Rehearsal({ clock, assistantOn: assistantOn(clock, knowledge) });
  const pictures = new PictureShelf(parts);
  const checker = new Checker({ ...parts, pictures, rehearse: rehearsal.rehearse });
  const studio = new Studio({ ...parts, pictures, checker, makeReady: (revision) => knowledge.makeReady(revision, pausing()) });
  return {
    studio,
    tryOut: async ({ messages, locale = 'zh-CN', inForce = false, subscriber = null }) => {
      const revision = inForce ? published.current() : await studio.tried();
      if (!isRevision(revision)) return { problems: revision.problems, played: [] };
      return { revision: inForce ? revision.number : 'draft', problems: [], played: await rehearsal.play(revision, { messages, locale, subscriber }) };
    },
  };
}

function isRevision(value: object): value is Revision {
  return 'read' in value;
}

/** What an assistant needs is made once for each revision, its shelves of articles above all; each rehearsal has its own witness. */
function assistantOn(clock: Clock, live: Knowledge): AssistantOn {
  const operator = createDemoOperator({ clock });
  const made = new WeakMap<Revision, Promise<AssistantDeps>>();
  const make = async (revision: Revision): Promise<AssistantDeps> => {
    const content = { current: () => revision };
    const knowledge = live.beside({ content, composer: offlineComposer(), business: operator.businessSystem });
    await knowledge.makeReady(revision, pausing());
    return { content, skills: createSkills({ ...operator, cases: rehearsedCases(clock), personal: REHEARSED_PERSONAL }), knowledge };
  };
  return async (revision, witness) => {
    const known = made.get(revision) ?? make(revision);
    made.set(revision, known);
    const deps = await known;
    return new Assistant({ ...deps, knowledge: deps.knowledge.seenBy(witness) });
  };
}
