/** The transcript, for its subscriber and for staff who may see the conversation. */
import { Router } from 'express';
import type { Request } from 'express';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId } from '../../domain/ids.js';
import { transcriptFormat } from '../../protocol/http.js';
import { actorOf, maySee } from './conversation-callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function conversationRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.get(
    '/api/conversations/:id/transcript',
    answering(async (request, response) => {
      const format = transcriptFormat.safeParse(request.query.format ?? 'text');
      if (!format.success) return refuse('bad-request', 'format is text, json or html');
      const conversation = await visibleConversation(deps, request);
      if (isRefusal(conversation)) return conversation;
      const transcript = await deps.conversations.transcript(conversation, format.data);
      response.setHeader('Content-Disposition', `attachment; filename="${transcript.fileName}"`);
      response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
      response.type(transcript.mime).send(transcript.body);
      return {};
    }),
  );
  return router;
}

async function visibleConversation(deps: HttpDeps, request: Request): Promise<Conversation | Refusal> {
  const actor = await actorOf(deps, request);
  if (isRefusal(actor)) return actor;
  const conversation = await deps.conversations.find(conversationId(String(request.params['id'])));
  // Somebody else's conversation and none at all look the same from outside.
  if (!conversation || !(await maySee(deps, actor, conversation))) return refuse('not-found');
  return conversation;
}
