/** Finds what the operator has written on a question and has an answer composed on it, with its source; or says that there is none. */
import type { Article, Passage } from '../domain/article.js';
import type { Msisdn } from '../domain/ids.js';
import type { Citation } from '../domain/message.js';
import type { AnswerComposer } from '../ports/answer-composer.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import type { ByMeaning } from './by-meaning.js';
import type { FullText } from './full-text.js';
import { Library } from './library.js';
import { fused } from './shares.js';
import { certaintyOf } from './certainty.js';
import type { Question } from './question.js';
import type { Candidate } from './ranking.js';
import type { Asker } from './usable.js';

export interface KnowledgeAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly isGenerated: boolean;
  /** Title of a withdrawn article in whose place this one answers. */
  readonly inPlaceOf: string | null;
}

export type Found =
  | { readonly kind: 'answer'; readonly answer: KnowledgeAnswer }
  /** Not sure enough to answer, sure enough to name. */
  | { readonly kind: 'perhaps'; readonly articles: readonly Article[] }
  | { readonly kind: 'nothing' };

const NOTHING: Found = { kind: 'nothing' };
/** Passages handed to the composer. */
const PASSAGES = 4;
const PERHAPS = 3;
const FAR_BEHIND = 1.2;

export interface KnowledgeDeps {
  readonly content: PublishedContent;
  readonly composer: AnswerComposer;
  readonly business: BusinessSystem;
  readonly fullText?: FullText;
  readonly byMeaning?: ByMeaning;
}

export class Knowledge {
  private readonly libraries = new WeakMap<Revision, Library>();

  constructor(private readonly deps: KnowledgeDeps) {}

  /** Makes the revision in force ready for the rankings that need preparing; questions meanwhile are answered without them. */
  async prepare(): Promise<void> {
    const revision = this.deps.content.current();
    await Promise.all([this.deps.fullText?.prepare(revision), this.deps.byMeaning?.prepare(revision)]);
  }

  async find(question: Question): Promise<Found> {
    const candidates = await this.candidates(question);
    const certainty = certaintyOf(candidates, question.outOfScope);
    const [best] = candidates;
    if (certainty === 'sure' && best) {
      const answer = await this.compose(question, best);
      if (answer) return { kind: 'answer', answer };
    }
    if (question.decided && (certainty === 'none' || question.decided.isChosen)) return this.ofDecided(question, candidates, question.decided);
    return certainty === 'none' ? NOTHING : { kind: 'perhaps', articles: near(candidates) };
  }

  private async ofDecided(question: Question, candidates: readonly Candidate[], { intent, isChosen }: NonNullable<Question['decided']>): Promise<Found> {
    const own = candidates.filter(({ article }) => article.intents[0] === intent);
    const [only] = own;
    const answer = isChosen && only && own.length === 1 ? await this.compose(question, only) : null;
    if (answer) return { kind: 'answer', answer };
    return own.length === 0 ? NOTHING : { kind: 'perhaps', articles: near(own) };
  }

  /** One article by its id, as the subscriber chose it; null when it is not in force. */
  async open(id: string, question: Question): Promise<KnowledgeAnswer | null> {
    const library = this.library();
    const article = library.article(id, question.locale);
    const candidate = article && library.candidate(article, question.today);
    return candidate ? this.compose(question, candidate) : null;
  }

  /** Drafts for an agent: the text of the articles that fit, best first. */
  async suggest(question: Question): Promise<readonly string[]> {
    const candidates = (await this.candidates(question)).slice(0, PERHAPS);
    const drafts = await Promise.all(candidates.map((candidate) => this.compose(question, candidate)));
    return drafts.flatMap((draft) => (draft ? [draft.text] : []));
  }

  /** Best first. */
  async candidates(question: Question): Promise<readonly Candidate[]> {
    const { text, today, entities, msisdn } = question;
    const library = this.library();
    const revision = this.deps.content.current();
    const { fullText, byMeaning } = this.deps;
    const elsewhere = await Promise.all([fullText?.shares(revision, question) ?? null, byMeaning?.shares(revision, question) ?? null]);
    const found = library.candidates(question, fused(...elsewhere));
    const needsAccount = msisdn !== null && found.some(({ article }) => article.plans.length > 0 || article.regions.length > 0);
    const account = needsAccount ? await this.account(msisdn) : { planId: null, home: [] };
    const asker: Asker = { today, entities, text, ...account };
    return library.choose(found, asker);
  }

  private async account(msisdn: Msisdn): Promise<Pick<Asker, 'planId' | 'home'>> {
    const [profile, holding] = await Promise.allSettled([this.deps.business.profile(msisdn), this.deps.business.planHolding(msisdn)]);
    return {
      planId: holding.status === 'fulfilled' ? holding.value.plan.id : null,
      home: profile.status === 'fulfilled' ? [profile.value.city, ...profile.value.region.split('-')] : [],
    };
  }

  private async compose(question: Question, candidate: Candidate): Promise<KnowledgeAnswer | null> {
    const { text, locale, onPiece } = question;
    const passages = this.library().passages(text, candidate).slice(0, PASSAGES);
    const composed = await this.deps.composer.compose(text, passages, { locale, ...(onPiece ? { onPiece } : {}) });
    if (!composed) return null;
    return {
      text: composed.text,
      citations: this.citations(composed.passageIds, passages),
      isGenerated: composed.isGenerated,
      inPlaceOf: candidate.from?.title ?? null,
    };
  }

  private citations(ids: readonly string[], passages: readonly Passage[]): readonly Citation[] {
    const { articles } = this.deps.content.current();
    const cited = new Map<string, Citation>();
    for (const passage of passages) {
      const article = articles.get(`${passage.articleId}.${passage.locale}`);
      if (!article || !ids.includes(passage.id) || cited.has(article.id)) continue;
      cited.set(article.id, { articleId: article.id, title: article.title, href: `/kb/${article.id}?locale=${article.locale}` });
    }
    return [...cited.values()];
  }

  private library(): Library {
    const revision = this.deps.content.current();
    const known = this.libraries.get(revision);
    if (known) return known;
    const made = new Library(revision);
    this.libraries.set(revision, made);
    return made;
  }
}

/** The few titles worth reading: whatever lies far behind the first is not among them. */
function near(candidates: readonly Candidate[]): readonly Article[] {
  const least = (candidates[0]?.score ?? 0) - FAR_BEHIND;
  return candidates.slice(0, PERHAPS).flatMap(({ article, score }) => (score >= least ? [article] : []));
}
