/** The operator's own sign-in, spoken to by OpenID Connect: authorization code with PKCE, state and nonce. */
import * as client from 'openid-client';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where this product is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  /** The claim that says the role; null: roles are looked after here. */
  readonly roleClaim: string | null;
}

/** What must be the same when the person comes back. */
export interface OidcFlow {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

export type Claims = Readonly<Record<string, unknown>>;

const ANSWER_SECONDS = 5;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

export class OidcProvider {
  #found: Promise<client.Configuration> | null = null;

  constructor(private readonly settings: OidcSettings) {}

  get redirectUri(): string {
    return `${this.settings.publicUrl}/api/staff/oidc/callback`;
  }

  /** The address to send the browser to; `unavailable` while the provider cannot be reached. */
  async begin(): Promise<{ readonly url: string; readonly flow: OidcFlow } | Refusal> {
    const config = await this.#configuration();
    if (config === null) return refuse('unavailable', 'the sign-in provider does not answer');
    const flow = { verifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce() };
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: 'openid email profile',
      ...{ state: flow.state, nonce: flow.nonce },
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, flow };
  }

  /** What the provider says of who came back; refused when the answer does not belong to this flow. */
  async finish(query: string, { verifier, state, nonce }: OidcFlow): Promise<Claims | Refusal> {
    const config = await this.#configuration();
    if (config === null) return refuse('unavailable', 'the sign-in provider does not answer');
    try {
      const tokens = await client.authorizationCodeGrant(config, new URL(`${this.redirectUri}${query}`), {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
      });
      const said = tokens.claims();
      if (said === undefined) return refuse('unauthenticated', 'no identity');
      return await withUserInfo(config, tokens.access_token, said);
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Found when first needed, and again after a failure: a provider that is down does not keep the product from starting. */
  async #configuration(): Promise<client.Configuration | null> {
    this.#found ??= this.#discover();
    const found = this.#found;
    return found.catch(() => {
      if (this.#found === found) this.#found = null;
      return null;
    });
  }

  #discover(): Promise<client.Configuration> {
    const { clientId, clientSecret } = this.settings;
    const issuer = new URL(this.settings.issuer);
    return client.discovery(issuer, clientId, clientSecret, authenticating(clientSecret), {
      timeout: ANSWER_SECONDS,
      // Plain HTTP is for a provider on this very machine.
      ...(issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname) ? { execute: [client.allowInsecureRequests] } : {}),
    });
  }
}

/** By header, as the standard has it, unless the provider takes the secret in the body only. */
function authenticating(secret: string): client.ClientAuth {
  const [byHeader, inBody] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return methods.includes('client_secret_basic') ? byHeader(server, ...rest) : inBody(server, ...rest);
  };
}

/** Some providers keep the e-mail out of the token and give it on asking. */
async function withUserInfo(config: client.Configuration, accessToken: string, said: client.IDToken): Promise<Claims> {
  if (said['email'] !== undefined || config.serverMetadata().userinfo_endpoint === undefined) return said;
  return { ...(await client.fetchUserInfo(config, accessToken, said.sub)), ...said };
}

/** No answer is the provider's trouble; any other means that this sign-in is not to be believed. */
function refusalOf(error: unknown): Refusal {
  const isTrouble = error instanceof TypeError || (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'));
  const cause: unknown = error instanceof client.ClientError ? error.cause : undefined;
  if (isTrouble || cause instanceof TypeError) return refuse('unavailable', 'the sign-in provider does not answer');
  const code = error instanceof client.AuthorizationResponseError ? error.error : error instanceof client.ResponseBodyError ? error.error : error instanceof client.ClientError ? error.code : 'unknown';
  return refuse('unauthenticated', String(code));
}
