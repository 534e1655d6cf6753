/** A language model's help for editors: other ways to say a phrase, and the draft of an article. Nothing is saved by it. */
import { Router } from 'express';
import type { z } from 'zod';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId } from '../../domain/ids.js';
import type { Staff } from '../../domain/staff.js';
import { draftArticleRequest, variantsRequest } from '../../protocol/studio.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function writingRoutes({ conversations: { help }, signIn, rateLimit }: Pick<HttpDeps, 'conversations' | 'signIn' | 'rateLimit'>): Router {
  const router = Router();
  const post = <Shape extends z.ZodType>(path: string, shape: Shape, write: (wish: z.infer<Shape>, staff: Staff) => Promise<object | Refusal>) =>
    router.post(
      path,
      answering(async (request) => {
        const staff = await permittedStaff(request, signIn, 'content.edit');
        if (isRefusal(staff)) return staff;
        if (!(await rateLimit.take('desk.write', staff.id)).allowed) return refuse('rate-limited');
        const wish = shape.safeParse(request.body);
        return wish.success ? write(wish.data, staff) : refuse('bad-request');
      }),
    );
  post('/api/content/variants', variantsRequest, async ({ text, locale = 'zh-CN', count = 10 }) => {
    const variants = await help.variants({ text, locale, count });
    return isRefusal(variants) ? variants : { ai: true, variants };
  });
  post('/api/content/draft-article', draftArticleRequest, async ({ locale = 'zh-CN', conversationIds = [], questions = [] }, staff) => {
    const drafted = await help.draftArticle({ locale, conversationIds: conversationIds.map(conversationId), questions }, staff);
    if (isRefusal(drafted)) return drafted;
    const { title, body, asked, intents, withheld, from } = drafted;
    return { ai: true, article: { locale, title, intents, asked, body }, withheld, from };
  });
  return router;
}
