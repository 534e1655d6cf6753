/** What we could not answer and what is behind the trouble, over HTTP: seen, decided, fixed, and told to whoever asked. */
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import { addPhrases, articleIdFor, articleVersions, beginArticle } from '../../content/closing-gaps.js';
import type { ContentAuthor } from '../../domain/content.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Finding, Fix } from '../../domain/finding.js';
import type { Staff } from '../../domain/staff.js';
import { startOf } from '../../domain/text-ends.js';
import { mayByRole } from '../../identity/permissions.js';
import { keyOf } from '../../insights/findings-room.js';
import { findingDecision, findingFix, findingMove, findingPhrases, findingsQuery } from '../../protocol/findings.js';
import { insightsWords } from '../../wording/insights/words.js';
import { permittedStaff } from './callers.js';
import { fixChoices, missingFix } from './fix-choices.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

type Handler = (request: Request, staff: Staff) => Promise<object | Refusal>;
const MOST_QUESTIONS = 10;

export function findingsRoutes(deps: HttpDeps): Router {
  const { insights, signIn, rateLimit } = deps;
  const router = Router();
  const by = (handle: Handler): RequestHandler =>
    answering(async (request) => {
      const staff = await permittedStaff(request, signIn, 'gaps.decide');
      if (isRefusal(staff)) return staff;
      return (await rateLimit.take('api', staff.id)).allowed ? handle(request, staff) : refuse('rate-limited');
    });
  const withBody = <Shape extends z.ZodType>(shape: Shape, act: (id: string, order: z.infer<Shape>, staff: Staff) => Promise<object | Refusal>): RequestHandler =>
    by((request, staff) => {
      const order = shape.safeParse(request.body ?? {});
      return order.success ? act(idOf(request), order.data, staff) : Promise.resolve(refuse('bad-request', order.error.issues.map(({ path }) => path.join('.')).join(', ')));
    });
  router.get('/api/insights/findings', by(async (request) => {
    const query = findingsQuery.safeParse(request.query);
    if (!query.success) return refuse('bad-request', 'kind is question or case');
    const { kind, state, days } = query.data;
    await insights.catchUp();
    const found = await insights.findings.list(kind, state === 'all' ? null : state, days);
    const versions = await articleVersions(deps.studio.drafts, found.flatMap(({ fixes }) => fixes.flatMap((fix) => (fix.writtenByModel === undefined ? [] : [fix.ref]))));
    return { findings: found.map((one) => ({ ...toWire(one), fixes: one.fixes.map((fix) => toFix(fix, versions)) })) };
  }));
  router.get('/api/insights/fix-choices', by(() => fixChoices(deps)));
  router.get('/api/insights/findings/:id', by(async (request, staff) => {
    const found = await insights.findings.one(idOf(request));
    if (isRefusal(found)) return found;
    // Whose conversation it was is for those who may read it.
    const mayRead = mayByRole({ kind: 'staff', staff }, 'line.supervise');
    return { finding: toWire(found.finding), items: found.items.map(({ source, at, why, text, area, conversationId }) => ({ key: keyOf(source), at, why, text, area, ...(mayRead ? { conversationId } : {}) })) };
  }));
  router.post('/api/insights/findings/:id/decide', withBody(findingDecision, (id, { state, note = '', seenAt }, staff) => insights.findings.decide(id, { state, note, seenAt, by: authorOf(staff) }).then(sent)));
  router.post('/api/insights/findings/:id/fix', withBody(findingFix, async (id, fix, staff) => (await missingFix(deps, fix)) ?? insights.findings.fix(id, { ...fix, by: authorOf(staff) }).then(sent)));
  router.post('/api/insights/findings/:id/move', withBody(findingMove, (id, { items, into }, staff) => insights.findings.move(id, { keys: items ?? null, into, by: authorOf(staff) }).then(sent)));
  router.post('/api/insights/findings/:id/phrases', withBody(findingPhrases, (id, order, staff) => phrases(deps, { id, staff, ...order })));
  router.post('/api/insights/findings/:id/article', by((request, staff) => article(deps, idOf(request), staff)));
  router.post('/api/insights/findings/:id/tell', by((request, staff) => tell(deps, idOf(request), authorOf(staff))));
  return router;
}

async function phrases({ insights, studio }: HttpDeps, { id, staff, intent, phrases: wanted }: { id: string; staff: Staff; intent: string; phrases: readonly string[] }): Promise<object | Refusal> {
  if (!mayByRole({ kind: 'staff', staff }, 'content.edit')) return refuse('forbidden');
  const found = await insights.findings.one(id);
  if (isRefusal(found)) return found;
  const done = await addPhrases(studio.drafts, { intent, locale: found.finding.locale, phrases: wanted, by: authorOf(staff) });
  if (isRefusal(done)) return done;
  const fixed = await insights.findings.fix(id, { kind: 'intent', ref: intent, text: '', by: authorOf(staff) });
  return isRefusal(fixed) ? fixed : { added: done.added, finding: toWire(fixed) };
}

/** Written by the model where there is one; without, the questions with room for an answer. Begun once for each group. */
async function article({ insights, studio, conversations }: HttpDeps, id: string, staff: Staff): Promise<object | Refusal> {
  if (!mayByRole({ kind: 'staff', staff }, 'content.edit')) return refuse('forbidden');
  const found = await insights.findings.one(id);
  if (isRefusal(found)) return found;
  const { locale, examples, fixes } = found.finding;
  const begun = fixes.find(({ kind }) => kind === 'article');
  if (begun) return { article: begun.ref, writtenByModel: begun.writtenByModel !== undefined };
  const asked = [...new Set([...examples, ...found.items.map(({ text }) => text)])].slice(0, MOST_QUESTIONS);
  const drafted = await conversations.help.draftArticle({ locale, conversationIds: [], questions: asked }, staff);
  // Without a model, or with one that fails, the editor begins with the questions.
  const text = isRefusal(drafted) ? { title: asked[0] ?? id, body: insightsWords(locale).draft.body(asked), intents: [] } : drafted;
  const by = authorOf(staff);
  const saved = await beginArticle(studio.drafts, { id: articleIdFor(id), locale, asked, by, title: text.title, body: text.body, intents: text.intents });
  if (isRefusal(saved)) return saved;
  const isByModel = saved.isNew && !isRefusal(drafted);
  const fix = { kind: 'article', ref: saved.article, text: text.title, by, ...(isByModel ? { writtenByModel: saved.version } : {}) } as const;
  const fixed = await insights.findings.fix(id, fix);
  return isRefusal(fixed) ? fixed : { article: saved.article, writtenByModel: isByModel };
}

/** Only once the answer is in force: nobody is called back for nothing. */
async function tell({ insights, conversations, content }: HttpDeps, id: string, by: ContentAuthor): Promise<object | Refusal> {
  const found = await insights.findings.one(id);
  if (isRefusal(found)) return found;
  const { finding, items } = found;
  const { articles, intents } = content.current();
  for (const { kind, ref } of finding.fixes.toReversed()) {
    const inForce = kind === 'article' ? articles.get(ref) : undefined;
    const known = kind === 'intent' ? intents.get(ref) : undefined;
    // An intent answers it once its words are in the revision in force, not when they are in the draft.
    const definition = known?.examples[finding.locale].some((text) => finding.examples.includes(text)) === true ? known : undefined;
    const title = inForce?.title ?? definition?.names[finding.locale];
    if (title === undefined || (inForce && inForce.validFrom > insights.figures.today())) continue;
    const button = inForce ? { id: `article:${inForce.id}`, label: title } : { id: `intent:${ref}`, label: title };
    const citation = inForce ? { articleId: inForce.id, title, href: `/kb/${inForce.id}?locale=${finding.locale}` } : null;
    const asked = items.map(({ conversationId, at, text }) => ({ conversationId, at, question: /\[[A-Z]+-\d+\]/.test(text) ? null : startOf(text, 40) }));
    const told = await conversations.tellAnswered({ keys: [finding.id, ...(finding.absorbed ?? [])], title, button, citation, asked });
    await insights.findings.told(id, { told: told.told, by });
    return told;
  }
  return refuse('wrong-state', 'the answer is not published yet');
}

const idOf = (request: Request): string => String(request.params['id']);
const authorOf = ({ id, name }: Staff) => ({ staffId: id, name });
const sent = (found: Finding | Refusal): object | Refusal => (isRefusal(found) ? found : { finding: toWire(found) });

function toWire<One extends Finding>(one: One): object {
  const { version: _version, absorbed: _absorbed, ...rest } = one;
  return { ...rest, fixes: one.fixes.map((fix) => toFix(fix, new Map())) };
}

/** `isModelText` until somebody has edited what the model wrote. */
function toFix({ writtenByModel, ...fix }: Fix, versions: ReadonlyMap<string, number>): object {
  return { ...fix, isModelText: writtenByModel !== undefined && (versions.get(fix.ref) ?? writtenByModel) === writtenByModel };
}
