/** An OpenID provider as a process of its own; whoever comes is signed in as the person that `POST /who` named last. */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirectUri = '', port = '0'] = process.argv.slice(2);
const server = createServer();
await new Promise((resolve) => server.listen(Number(port), '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;
let who = { sub: 'nobody' };

const provider = new Provider(issuer, {
  clients: [{ client_id: 'jiebang', client_secret: 'a secret of the provider', redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_basic' }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  // Off, the claims come from the user info endpoint, as most providers have it.
  conformIdTokenClaims: true,
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => who }),
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
});

async function signIn(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (who.refuses) return provider.interactionFinished(request, response, { error: 'access_denied' });
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: who.sub } });
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

server.on('request', (request, response) => {
  if (request.url === '/who') {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      who = JSON.parse(body);
      response.end('{}');
    });
  } else if (request.url.startsWith('/interaction/')) {
    signIn(request, response).catch((error) => response.writeHead(500).end(String(error)));
  } else {
    provider.callback()(request, response);
  }
});
process.stdout.write(`provider: ${issuer}\n`);
