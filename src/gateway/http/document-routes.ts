/** The protocol documents, served from the schemas in use; drawn up when first asked for. */
import { Router } from 'express';
import { documentPages } from './document-pages.js';
import { asyncApiDocument, openApiDocument } from '../../protocol/documents.js';
import { VERSION } from '../../protocol/version.js';

export function documentRoutes(): Router {
  const router = Router();
  const openApi = onFirstUse(() => openApiDocument(VERSION));
  const asyncApi = onFirstUse(() => asyncApiDocument(VERSION));
  router.get('/openapi.json', (_request, response) => void response.json(openApi()));
  router.get('/asyncapi.json', (_request, response) => void response.json(asyncApi()));
  router.use(documentPages(asyncApi));
  return router;
}

function onFirstUse<Value>(draw: () => Value): () => Value {
  let drawn: { readonly value: Value } | null = null;
  return () => (drawn ??= { value: draw() }).value;
}
