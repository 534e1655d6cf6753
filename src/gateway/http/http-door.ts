/** The HTTP door: pages, the API, health and metrics; each route with its guards in one visible list. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import type { Express, Response } from 'express';
import helmet from 'helmet';
import type { Metrics } from '../../telemetry/metrics.js';
import { allowOrigins } from './allowed-origins.js';
import { attachmentRoutes } from './attachment-routes.js';
import { auditRoutes } from './audit-routes.js';
import { deskRoutes } from './desk-routes.js';
import { keyRoutes } from './key-routes.js';
import { webhookRoutes } from './webhook-routes.js';
import { cannedRoutes } from './canned-routes.js';
import { caseRoutes } from './case-routes.js';
import { contentRoutes } from './content-routes.js';
import { conversationRoutes } from './conversation-routes.js';
import { demoRoutes } from './demo-routes.js';
import { fittingAddress, fittingBody, fittingText } from './fitting-body.js';
import { exchangeRoutes } from './exchange-routes.js';
import type { HttpDeps } from './http-deps.js';
import { documentRoutes } from './document-routes.js';
import { followUpRoutes } from './follow-up-routes.js';
import { findingsRoutes } from './findings-routes.js';
import { insightsRoutes } from './insights-routes.js';
import { oidcRoutes } from './oidc-routes.js';
import { lineRoutes } from './line-routes.js';
import { pictureRoutes } from './picture-routes.js';
import { privacyRoutes } from './privacy-routes.js';
import { notFound, problemHandler } from './problem.js';
import { noticeRoutes } from './notice-routes.js';
import { placeRoutes } from './place-routes.js';
import { settingsRoutes } from './settings-routes.js';
import { studioRoutes } from './studio-routes.js';
import { writingRoutes } from './writing-routes.js';
import { staffAccountRoutes } from './staff-account-routes.js';
import { staffSessionRoutes } from './staff-session-routes.js';
import { staffRoutes } from './staff-routes.js';

const BODY_LIMIT = '256kb';
const CONTENT_LIMIT = '2mb';

export function createHttpDoor(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(helmet(helmetOptions()));
  app.use(timed(deps.metrics));
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const isReady = await deps.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not-ready' });
  });
  app.get('/metrics', async (_request, response) => {
    const { ranges } = await deps.conversations.board.figures();
    if (ranges.hitRate !== null) deps.metrics.waitRangeHits.set(ranges.hitRate);
    response.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
  });
  app.use(fittingAddress);
  for (const door of deps.channelDoors) app.use(door);
  app.use('/api', allowOrigins(deps.allowedOrigins));
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // Before the bodies are read as JSON: a file comes as its bytes.
  app.use(exchangeRoutes(deps));
  app.use(pictureRoutes(deps));
  // An intent with thousands of examples is the largest thing anybody sends.
  app.use('/api/content', express.json({ limit: CONTENT_LIMIT }));
  app.use(express.json({ limit: BODY_LIMIT }));
  app.use(fittingBody);
  app.use('/api/content', fittingText);
  if (deps.oidc) app.use(oidcRoutes({ ...deps.oidc, rateLimit: deps.rateLimit }));
  app.use(staffRoutes(deps));
  // Before those of accounts, to which “me” would be an id.
  app.use(staffSessionRoutes(deps));
  app.use(staffAccountRoutes(deps));
  app.use(keyRoutes(deps));
  app.use(webhookRoutes(deps));
  app.use(deskRoutes(deps));
  app.use(conversationRoutes(deps));
  app.use(contentRoutes(deps));
  app.use(attachmentRoutes(deps));
  app.use(privacyRoutes(deps));
  app.use(studioRoutes(deps));
  app.use(writingRoutes(deps));
  app.use(caseRoutes(deps));
  app.use(followUpRoutes(deps));
  app.use(auditRoutes(deps));
  app.use(cannedRoutes(deps));
  app.use(settingsRoutes(deps));
  app.use(lineRoutes(deps));
  app.use(insightsRoutes(deps));
  app.use(findingsRoutes(deps));
  app.use(noticeRoutes(deps));
  app.use(placeRoutes(deps));
  app.use(documentRoutes());
  if (deps.demo) app.use(demoRoutes(deps, deps.demo));
  mountPages(app, deps);
  app.use(notFound);
  app.use(problemHandler(deps.logger));
  return app;
}

/** Pages load only what this server sends; the widget may be embedded anywhere its origin is allowed. */
function helmetOptions() {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library of the desk writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' as const },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  };
}

const PAGES = { '/': 'index', '/wechat': 'wechat', '/desk': 'desk', '/studio': 'studio', '/insights': 'insights' } as const;

function mountPages(app: Express, { webDir }: HttpDeps): void {
  for (const [path, name] of Object.entries(PAGES)) {
    const file = join(webDir, `${name}.html`);
    if (existsSync(file)) app.get(path, (_request, response) => sendPage(response, file));
  }
  const article = join(webDir, 'kb.html');
  if (existsSync(article)) app.get('/kb/:id', (_request, response) => sendPage(response, article));
  app.use(
    express.static(webDir, {
      index: false,
      extensions: [],
      setHeaders: (response, path) => {
        // Names under assets carry a hash; everything else may change with the next version.
        // Pages of the operator's other sites fetch parts of the widget as modules; they hold nobody's data.
        if (path.endsWith('.js')) response.setHeader('Access-Control-Allow-Origin', '*');
        response.setHeader('Cache-Control', path.includes(`${webDir}/assets/`) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
}

function sendPage(response: Response, file: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.sendFile(file, { dotfiles: 'allow' });
}

function timed(metrics: Metrics): express.RequestHandler {
  return (request, response, next) => {
    const stop = metrics.http.startTimer();
    response.on('finish', () => {
      const route = request.route as { path?: unknown } | undefined;
      stop({ route: typeof route?.path === 'string' ? route.path : 'other', status: String(response.statusCode) });
    });
    next();
  };
}
