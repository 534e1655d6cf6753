/** The protocol documents, served from the schemas in use. */
import { Router } from 'express';
import { documentPages } from './document-pages.js';
import { asyncApiDocument, openApiDocument } from '../../protocol/documents.js';
import { VERSION } from '../../protocol/version.js';

export function documentRoutes(): Router {
  const router = Router();
  const openApi = openApiDocument(VERSION);
  const asyncApi = asyncApiDocument(VERSION);
  router.get('/openapi.json', (_request, response) => void response.json(openApi));
  router.get('/asyncapi.json', (_request, response) => void response.json(asyncApi));
  router.use(documentPages(asyncApi));
  return router;
}
