/** Parts that the paths of the OpenAPI document are put together from. */
import { z } from 'zod';
import { problem } from './http.js';

export type Json = { [key: string]: unknown };

export function schema(type: z.ZodType): Json {
  return z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' }) as Json;
}

function body(type: z.ZodType): Json {
  return { content: { 'application/json': { schema: schema(type) } } };
}

const PROBLEM = { description: 'Refused, with a code', content: { 'application/problem+json': { schema: schema(problem) } } };

export function operation(summary: string, parts: { request?: z.ZodType; response?: z.ZodType; isOpen?: boolean; parameters?: Json[] }): Json {
  return {
    summary,
    ...(parts.isOpen ? { security: [] } : {}),
    ...(parts.parameters ? { parameters: parts.parameters } : {}),
    ...(parts.request ? { requestBody: { required: true, ...body(parts.request) } } : {}),
    responses: { '200': { description: 'Done', ...(parts.response ? body(parts.response) : {}) }, default: PROBLEM },
  };
}

export const pathId: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
export const inQuery = (name: string): Json => ({ name, in: 'query', schema: { type: 'string' } });
