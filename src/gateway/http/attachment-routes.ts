/** Files of conversations: uploaded by who may speak there, opened by who may see it, through a link that soon expires. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId } from '../../domain/ids.js';
import type { ConversationId } from '../../domain/ids.js';
import { mayInConversation } from '../../identity/permissions.js';
import type { Actor } from '../../identity/permissions.js';
import { attachmentFields, attachmentPass } from '../../protocol/http.js';
import { keepAttachment } from './attachment-keeping.js';
import { uploadReader } from './attachment-upload.js';
import { bearerOf } from './callers.js';
import { actorOf, maySee } from './conversation-callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function attachmentRoutes(deps: HttpDeps): Router {
  const router = Router();
  const read = uploadReader();
  router.post(
    '/api/attachments',
    answering(async (request, response) => {
      // Who may upload is known before a byte is read.
      const caller = await uploaderOf(deps, request);
      if (isRefusal(caller)) return caller;
      const taken = await deps.rateLimit.take('attachment.upload', caller.kind === 'visitor' ? caller.conversationId : caller.staff.id);
      if (!taken.allowed) return refuse('rate-limited');
      const upload = await read(request, response);
      if (isRefusal(upload)) return upload;
      const id = await placeOf(deps, caller, upload.fields);
      if (isRefusal(id)) return id;
      return keep(deps, { caller, id, ...upload });
    }),
  );
  router.get(
    '/api/attachments/:id/link',
    answering(async (request) => {
      const actor = await actorOf(deps, request);
      if (isRefusal(actor)) return actor;
      const attachment = await deps.attachments.find(String(request.params['id']));
      if (!attachment) return refuse('not-found');
      const conversation = await deps.conversations.find(attachment.conversationId);
      const isOwn = actor.kind === 'visitor' && actor.conversationId === attachment.conversationId;
      if (!isOwn && !(conversation && (await maySee(deps, actor, conversation)))) return refuse('not-found');
      if (actor.kind !== 'staff' && conversation?.recalled?.some((one) => one.attachmentId === attachment.id)) return refuse('not-found');
      const { pass, expiresAt } = deps.attachmentLinks.issue(attachment.id, deps.clock.now());
      return { href: `/api/attachments/${attachment.id}?pass=${pass}`, expiresAt };
    }),
  );
  router.get('/api/attachments/:id', answering((request, response) => opened(deps, request, response)));
  return router;
}

/** A resume token uploads into its own conversation; staff name theirs in the form. */
async function uploaderOf(deps: HttpDeps, request: Request): Promise<Actor | Refusal> {
  const token = bearerOf(request);
  if (token === null) return refuse('unauthenticated');
  const own = deps.resumeTokens.open(token);
  if (own !== null) return { kind: 'visitor', conversationId: own };
  const staff = await deps.signIn.whoIs(token);
  return staff ? { kind: 'staff', staff } : refuse('unauthenticated');
}

async function placeOf(deps: HttpDeps, caller: Actor, fields: object): Promise<ConversationId | Refusal> {
  const parsed = attachmentFields.safeParse(fields);
  if (!parsed.success) return refuse('bad-request');
  if (caller.kind === 'visitor') return caller.conversationId;
  if (parsed.data.conversationId === undefined) return refuse('bad-request', 'staff name the conversation');
  const conversation: Conversation | null = await deps.conversations.find(conversationId(parsed.data.conversationId));
  if (!conversation) return refuse('not-found');
  return mayInConversation(caller, 'conversation.speak', conversation) ? conversation.id : refuse('not-yours');
}

async function keep(deps: HttpDeps, { caller, id, name, content }: { caller: Actor; id: ConversationId; name: string; content: Uint8Array }): Promise<object | Refusal> {
  const by = caller.kind === 'staff' ? ({ kind: 'staff', staffId: caller.staff.id } as const) : ({ kind: 'subscriber' } as const);
  const kept = await keepAttachment(deps, { conversationId: id, by, name, content });
  return isRefusal(kept) ? kept : { id: kept.id, name: kept.name, mime: kept.mime, bytes: kept.bytes };
}

/** Never run, never guessed at: the browser gets the type that was found, and saves all but images. */
async function opened(deps: HttpDeps, request: Request, response: Response): Promise<object | Refusal> {
  const id = String(request.params['id']);
  const pass = attachmentPass.safeParse(request.query['pass']);
  if (!pass.success || !deps.attachmentLinks.opens(id, pass.data, deps.clock.now())) return refuse('unauthenticated', 'the link has expired');
  const [attachment, content] = await Promise.all([deps.attachments.find(id), deps.attachments.content(id)]);
  if (!attachment || !content) return refuse('not-found');
  const how = attachment.mime.startsWith('image/') ? 'inline' : 'attachment';
  response.setHeader('Content-Type', attachment.mime === 'text/plain' ? 'text/plain; charset=utf-8' : attachment.mime);
  response.setHeader('Content-Disposition', `${how}; filename*=UTF-8''${encodeURIComponent(attachment.name)}`);
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, max-age=300');
  response.end(Buffer.from(content));
  return {};
}
