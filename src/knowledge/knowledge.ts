/** Finds what the operator has written on a question and has an answer composed on it, with its source; or says that there is none. */
import type { Article, Passage } from '../domain/article.js';
import type { Msisdn } from '../domain/ids.js';
import type { Citation } from '../domain/message.js';
import { picturesOf } from '../domain/picture.js';
import type { AnswerComposer } from '../ports/answer-composer.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import { sayingOf } from './aspects.js';
import type { Aspect } from './aspects.js';
import type { ByMeaning } from './by-meaning.js';
import type { FullText } from './full-text.js';
import type { GroundedComposer } from './grounded-composer.js';
import { inPlaceOf } from './in-place-of.js';
import { Library } from './library.js';
import { fused } from './shares.js';
import { isOfAnother, thingAskedFor } from './asked-thing.js';
import { certaintyOf, chanceOf } from './certainty.js';
import type { Certainty } from './certainty.js';
import { withoutNumbers } from './question.js';
import type { Question } from './question.js';
import type { Candidate } from './ranking.js';
import { mayUse } from './usable.js';
import type { Asker } from './usable.js';
import type { Witness } from './witness.js';

export interface KnowledgeAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Of the message whose pieces were already shown; null when nobody generated it. */
  readonly draftId: string | null;
  /** Title of a withdrawn article that was asked for and in whose place this one answers. */
  readonly inPlaceOf: string | null;
}

export type Found =
  | { readonly kind: 'answer'; readonly answer: KnowledgeAnswer }
  /** Not sure enough to answer, sure enough to name. */
  | { readonly kind: 'perhaps'; readonly articles: readonly Article[] }
  | { readonly kind: 'nothing' };

const NOTHING: Found = { kind: 'nothing' };
const STRANGER: Pick<Asker, 'planId' | 'home'> = { planId: null, home: [] };
/** Passages handed to the composer. */
const PASSAGES = 8;
/** Passages of the first candidates that a model answers from. */
const SHARES_SURE = [4, 1, 1];
const SHARES_PERHAPS = [2, 2, 2];
const PERHAPS = 3;
const FAR_BEHIND = 1.2;

type OnOne = Question & { readonly revision: Revision };

export interface KnowledgeDeps {
  readonly content: PublishedContent;
  readonly composer: AnswerComposer;
  /** Absent without a language model. */
  readonly grounded?: GroundedComposer;
  readonly business: BusinessSystem;
  readonly fullText?: FullText;
  readonly byMeaning?: ByMeaning;
  /** Whoever explains the answers. */
  readonly witness?: Witness;
}

export class Knowledge {
  constructor(
    private readonly deps: KnowledgeDeps,
    /** By the articles on them. */
    private readonly libraries = new WeakMap<Revision['articles'], Library>(),
  ) {}

  /** The same shelves, with somebody who is told how each answer comes about. */
  seenBy(witness: Witness): Knowledge {
    return new Knowledge({ ...this.deps, witness }, this.libraries);
  }

  /** The same shelves, for answers on other content: what both have in common is not indexed twice. */
  beside(deps: KnowledgeDeps): Knowledge {
    return new Knowledge(deps, this.libraries);
  }

  /** Makes the revision in force ready for the rankings that need preparing; questions meanwhile are answered without them. */
  async prepare(): Promise<void> {
    const revision = this.deps.content.current();
    await Promise.all([this.deps.fullText?.prepare(revision), this.deps.byMeaning?.prepare(revision)]);
  }

  /** Before a revision goes live: its indexes are built beside the answers on the one in force, and no question waits for them. `pause` comes between the steps. */
  async makeReady(revision: Revision, pause: () => Promise<void>): Promise<void> {
    const library = this.libraries.get(revision.articles) ?? new Library(revision);
    await library.makeReady(pause);
    this.libraries.set(revision.articles, library);
    await this.deps.fullText?.prepare(revision);
    // Vectors come from outside; nothing that goes live waits for a neighbour.
    void this.deps.byMeaning?.prepare(revision);
  }

  async find(asked: Question): Promise<Found> {
    const question = this.onOne(asked);
    const candidates = await this.candidates(question);
    const isOther = this.asksForAnother(question, candidates[0]);
    const weighed = certaintyOf(candidates, question.outOfScope);
    const certainty = isOther ? 'none' : weighed;
    this.deps.witness?.weighed({ candidates, certainty, chance: chanceOf(candidates, question.outOfScope) });
    // A model may still find that an article says it, and has to quote where.
    const generated = await this.generate(question, candidates, isOther && weighed === 'sure' ? 'perhaps' : certainty);
    if (generated) return { kind: 'answer', answer: generated };
    const [best] = candidates;
    if (certainty === 'sure' && best) {
      const answer = await this.compose(question, best);
      if (answer) return { kind: 'answer', answer };
    }
    if (question.decided && (certainty === 'none' || question.decided.isChosen)) return this.ofDecided(question, candidates, question.decided);
    if (certainty === 'none') return NOTHING;
    const articles = near(candidates);
    const only = best && articles.length === 1 && best.article.intents[0] === question.decided?.intent ? await this.compose(question, best) : null;
    // What is surely meant, and one article alone tells of it: nothing is left to choose.
    return only ? { kind: 'answer', answer: only } : { kind: 'perhaps', articles };
  }

  /** A button asks for nothing by name. */
  private asksForAnother({ text, locale, decided, revision }: OnOne, best: Candidate | undefined): boolean {
    if (!best || locale !== 'zh-CN' || decided?.isChosen) return false;
    const thing = thingAskedFor(text);
    const [intent = ''] = best.article.intents;
    return thing !== null && isOfAnother(thing, best.article, revision.intents.get(intent)?.examples[locale] ?? []);
  }

  private async ofDecided(question: OnOne, candidates: readonly Candidate[], { intent, isChosen }: NonNullable<Question['decided']>): Promise<Found> {
    const own = candidates.filter(({ article }) => article.intents[0] === intent);
    const [only] = own;
    const answer = isChosen && only && own.length === 1 ? await this.compose(question, only) : null;
    if (answer) return { kind: 'answer', answer };
    return own.length === 0 ? NOTHING : { kind: 'perhaps', articles: near(own) };
  }

  /** One article by its id, as the subscriber chose it; null when it is not in force. */
  async open(id: string, asked: Question): Promise<KnowledgeAnswer | null> {
    const question = this.onOne(asked);
    const library = this.shelves(question);
    const article = library.article(id, question.locale);
    const candidate = article && library.candidate(article, question.today);
    return candidate ? this.compose(question, candidate) : null;
  }

  /** What the article that is asked on about says of this; null when it does not, or is not in force. */
  async openAt(id: string, aspect: Aspect, asked: Question): Promise<KnowledgeAnswer | null> {
    const question = this.onOne(asked);
    const library = this.shelves(question);
    const article = library.article(id, question.locale);
    const candidate = article && library.candidate(article, question.today);
    if (!candidate) return null;
    const generated = await this.generate({ ...question, text: `${candidate.article.title} ${question.text}` }, [candidate], 'sure');
    if (generated) return generated;
    const passages = library.inOrder(candidate);
    const said = sayingOf(aspect, passages, candidate.article.locale);
    if (!said) return null;
    this.deps.witness?.quoted(passages.filter((passage) => said.passageIds.includes(passage.id)));
    return { text: said.text, citations: citationsOf(question, said, passages), draftId: null, inPlaceOf: null };
  }

  /** The passages nearest to a question, of the few articles that may be used for this subscriber; for whoever writes on them. */
  async nearest(asked: Question): Promise<readonly Passage[]> {
    const question = this.onOne(asked);
    return this.passagesOf(question, await this.candidates(question), SHARES_PERHAPS);
  }

  /** Best first. */
  async candidates(asked: Question): Promise<readonly Candidate[]> {
    const question = this.onOne({ ...asked, text: withoutNumbers(asked.text) });
    const { text, today, entities, msisdn, revision } = question;
    const library = this.shelves(question);
    const { fullText, byMeaning } = this.deps;
    const elsewhere = await Promise.all([fullText?.shares(revision, question) ?? null, byMeaning?.shares(revision, question) ?? null]);
    const found = library.candidates(question, fused(...elsewhere));
    const needsAccount = msisdn !== null && found.some(({ article }) => article.plans.length > 0 || article.regions.length > 0);
    const { planId, home } = needsAccount ? await this.account(msisdn) : STRANGER;
    return library.choose(found, { today, entities, text, planId, home });
  }

  /** What is only for some plans or places: whether it may be told this asker, by the same rule as an article. */
  async suits({ plans, regions }: Pick<Article, 'plans' | 'regions'>, { text, today, entities, msisdn }: Question): Promise<boolean> {
    const { planId, home } = msisdn === null ? STRANGER : await this.account(msisdn);
    // Nothing is known of where a stranger lives, and that keeps nothing from anybody.
    const places = msisdn === null && !entities.some(({ kind }) => kind === 'city') ? [] : regions;
    return mayUse({ plans, regions: places, keywords: [] }, { today, entities, text, planId, home });
  }

  private async account(msisdn: Msisdn): Promise<Pick<Asker, 'planId' | 'home'>> {
    const [profile, holding] = await Promise.allSettled([this.deps.business.profile(msisdn), this.deps.business.planHolding(msisdn)]);
    return {
      planId: holding.status === 'fulfilled' ? holding.value.plan.id : null,
      home: profile.status === 'fulfilled' ? [profile.value.city, profile.value.region, ...profile.value.region.split('-')] : [],
    };
  }

  private async compose(question: OnOne, candidate: Candidate): Promise<KnowledgeAnswer | null> {
    const { text, locale } = question;
    const passages = this.shelves(question).passages(text, candidate).slice(0, PASSAGES);
    const composed = await this.deps.composer.compose(text, passages, { locale });
    if (!composed) return null;
    this.deps.witness?.quoted(passages.filter(({ id }) => composed.passageIds.includes(id)));
    return {
      text: composed.text,
      citations: citationsOf(question, composed, passages),
      draftId: null,
      inPlaceOf: inPlaceOf(text, candidate),
    };
  }

  /** In the model's words, from what lies nearest; where no article is sure, the model may still find that one of them says it. */
  private async generate(question: OnOne, candidates: readonly Candidate[], certainty: Certainty): Promise<KnowledgeAnswer | null> {
    const { text, locale, model } = question;
    const { grounded } = this.deps;
    if (!grounded || !model || certainty === 'none') return null;
    const passages = this.passagesOf(question, candidates, certainty === 'sure' ? SHARES_SURE : SHARES_PERHAPS);
    const answer = await grounded.compose({ text, locale, passages, turn: model });
    if (!answer) return null;
    const isAboutFirst = answer.passageIds.some((id) => passages.find((passage) => passage.id === id)?.articleId === candidates[0]?.article.id);
    return { text: answer.text, citations: citationsOf(question, answer, passages), draftId: answer.id, inPlaceOf: isAboutFirst && candidates[0] ? inPlaceOf(text, candidates[0]) : null };
  }

  private passagesOf(question: OnOne, candidates: readonly Candidate[], shares: readonly number[]): readonly Passage[] {
    const library = this.shelves(question);
    return shares.flatMap((count, index) => {
      const candidate = candidates[index];
      return candidate ? library.passages(question.text, candidate).slice(0, count) : [];
    });
  }

  /** A revision that goes live between two steps of an answer is for the next question: nothing is answered by half of each. */
  private onOne<Asked extends Question>(asked: Asked): Asked & OnOne {
    return { ...asked, revision: asked.revision ?? this.deps.content.current() };
  }

  private shelves({ revision }: OnOne): Library {
    const known = this.libraries.get(revision.articles);
    if (known) return known;
    const made = new Library(revision);
    this.libraries.set(revision.articles, made);
    return made;
  }
}

/** The few titles worth reading: whatever lies far behind the first is not among them. */
function near(candidates: readonly Candidate[]): readonly Article[] {
  const least = (candidates[0]?.score ?? 0) - FAR_BEHIND;
  return candidates.slice(0, PERHAPS).flatMap(({ article, score }) => (score >= least ? [article] : []));
}

function citationsOf({ revision: { articles } }: OnOne, { text, passageIds: ids }: { readonly text: string; readonly passageIds: readonly string[] }, passages: readonly Passage[]): readonly Citation[] {
  const cited = new Map<string, Citation>();
  for (const id of ids) {
    const passage = passages.find((one) => one.id === id);
    const article = passage && articles.get(`${passage.articleId}.${passage.locale}`);
    if (!article || cited.has(article.id)) continue;
    const pictures = picturesOf(article.body, text);
    cited.set(article.id, { articleId: article.id, title: article.title, href: `/kb/${article.id}?locale=${article.locale}`, ...(pictures.length > 0 ? { pictures } : {}) });
  }
  return [...cited.values()];
}
