/** Pages that show the protocol documents: HTTP by Swagger UI, sockets as one long page; everything from this server. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Router } from 'express';
import type { Response } from 'express';
import type { Locale } from '../../domain/locale.js';
import { gatewayWords } from '../../wording/gateway/words.js';
import { localeOf } from './problem.js';

type Json = { readonly [key: string]: unknown };

/** Of the package only what the page loads. */
const VIEWER_FILES = ['swagger-ui-bundle.js', 'swagger-ui.css'] as const;
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#document', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: -1, validatorUrl: null });`;
const LOOK = `body{margin:0;font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;color:#1d2330;background:#fff}
nav{display:flex;flex-wrap:wrap;gap:4px 20px;padding:12px 20px;border-bottom:1px solid #d8dde6}nav a{color:#0b57d0;padding:10px 0}nav a[aria-current]{color:inherit;font-weight:600;text-decoration:none}
main{max-width:960px;margin:0 auto;padding:8px 20px 48px}.sockets h2{margin-top:40px}.sockets h3{font-size:16px;margin:24px 0 4px}.sockets code,.sockets pre{font:13px/1.5 ui-monospace,monospace}.sockets pre{background:#f4f6fa;padding:12px;border-radius:6px;overflow:auto}
.swagger-ui .info{margin:24px 0}@media(prefers-color-scheme:dark){.sockets{color:#e6e9ef;background:#14171d}.sockets nav{border-color:#343a46}.sockets nav a{color:#8ab4f8}.sockets pre{background:#1d222b}}`;

export function documentPages(asyncApi: () => Json): Router {
  const router = Router();
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const viewer = new Set<string>(VIEWER_FILES);
  const send = (response: Response, type: string, text: string): void => void response.set('Cache-Control', 'no-cache').type(type).send(text);
  router.get('/docs', (request, response) => send(response, 'html', httpPage(localeOf(request))));
  router.get('/docs/sockets', (request, response) => send(response, 'html', socketsPage(localeOf(request), asyncApi())));
  router.get('/docs/start.js', (_request, response) => send(response, 'js', START));
  router.get('/docs/look.css', (_request, response) => send(response, 'css', LOOK));
  router.get('/docs/:file', (request, response, next) => {
    if (viewer.has(request.params.file)) response.sendFile(request.params.file, { root: folder, headers: { 'Cache-Control': 'no-cache' } });
    else next();
  });
  return router;
}

interface Page {
  readonly current: 'http' | 'sockets';
  readonly head: string;
  readonly body: string;
}

function page(locale: Locale, { current, head, body }: Page): string {
  const { documents } = gatewayWords(locale);
  const link = (name: Page['current'], href: string): string => `<a href="${href}"${name === current ? ' aria-current="page"' : ''}>${documents[name]}</a>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${documents.title}</title>${head}<link rel="stylesheet" href="/docs/look.css"></head>
<body class="${current}"><nav aria-label="${documents.title}">${link('http', '/docs')}${link('sockets', '/docs/sockets')}<a href="/openapi.json">openapi.json</a><a href="/asyncapi.json">asyncapi.json</a></nav><main>${body}</main></body></html>`;
}

const httpPage = (locale: Locale): string =>
  page(locale, { current: 'http', head: '<link rel="stylesheet" href="/docs/swagger-ui.css">', body: '<div id="document"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>' });

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const shown = (value: unknown): string => `<pre><code>${escaped(JSON.stringify(value, null, 2))}</code></pre>`;

function socketsPage(locale: Locale, { info, channels, components }: Json): string {
  const { title, description } = info as { title: string; description: string };
  const { schemas } = components as { schemas: Json };
  const parts = Object.entries(channels as Record<string, { address: string; messages: Record<string, { title: string; payload: unknown }> }>).map(([name, { address, messages }]) => {
    const list = Object.values(messages).map((message) => `<h3>${escaped(message.title)}</h3>${shown(message.payload)}`);
    return `<h2><code>${escaped(address)}</code></h2><h3>handshake.auth</h3>${shown(schemas[`${name}Handshake`])}${list.join('')}`;
  });
  return page(locale, { current: 'sockets', head: '', body: `<h1>${escaped(title)}</h1><p>${escaped(description)}</p>${parts.join('')}` });
}
