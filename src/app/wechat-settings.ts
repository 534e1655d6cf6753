/** Settings of WeChat's doors: the Official Account and WeChat Customer Service, each open once it is whole. */
import { z } from 'zod';

const word = z.string().regex(/^[A-Za-z0-9]{3,32}$/, '3 to 32 letters and digits');
const aesKey = z.string().regex(/^[A-Za-z0-9]{43}$/, '43 letters and digits');
const SERVICER = /^(?:[^\s@,=]+@[^\s@,=]+=)?[A-Za-z0-9_.@-]{1,64}$/;

export const wechatVariables = {
  WECHAT_APP_ID: z.string().regex(/^[!-~]{1,64}$/).optional(),
  WECHAT_APP_SECRET: z.string().optional(),
  WECHAT_TOKEN: word.optional(),
  WECHAT_AES_KEY: aesKey.optional(),
  WECHAT_API_URL: z.url().default('https://api.weixin.qq.com'),
  WECHAT_KF_CORP_ID: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'letters and digits').optional(),
  WECHAT_KF_SECRET: z.string().min(1).optional(),
  WECHAT_KF_TOKEN: word.optional(),
  WECHAT_KF_AES_KEY: aesKey.optional(),
  WECHAT_KF_API_URL: z.url().default('https://qyapi.weixin.qq.com'),
  WECHAT_KF_SERVICER: z
    .string()
    .default('')
    .refine((text) => entriesOf(text).every((entry) => SERVICER.test(entry)), 'a userid for everybody, or pairs such as agent1@example.com=userid'),
};

export interface WechatSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly token: string;
  /** 43 characters; null when the platform pushes plain text. */
  readonly aesKey: string | null;
  /** Without a slash at the end. */
  readonly apiUrl: string;
}

export interface WechatKfSettings {
  readonly corpId: string;
  readonly secret: string;
  readonly token: string;
  readonly aesKey: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly servicers: { readonly byEmail: ReadonlyMap<string, string>; readonly others: string | null };
}

type Given = z.output<z.ZodObject<typeof wechatVariables>>;

export function wechatOf({ WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_TOKEN: token, ...from }: Given): WechatSettings | null {
  if (appId === undefined || appSecret === undefined || token === undefined) return null;
  return { appId, appSecret, token, aesKey: from.WECHAT_AES_KEY ?? null, apiUrl: from.WECHAT_API_URL.replace(/\/+$/, '') };
}

export function wechatKfOf({ WECHAT_KF_CORP_ID: corpId, WECHAT_KF_SECRET: secret, WECHAT_KF_TOKEN: token, WECHAT_KF_AES_KEY: key, ...from }: Given): WechatKfSettings | null {
  if (corpId === undefined || secret === undefined || token === undefined || key === undefined) return null;
  return { corpId, secret, token, aesKey: key, apiUrl: from.WECHAT_KF_API_URL.replace(/\/+$/, ''), servicers: servicersOf(from.WECHAT_KF_SERVICER) };
}

/** Half a door would be one that never answers. */
export function* wechatKfProblems(from: Given): Generator<string> {
  const parts = ['WECHAT_KF_CORP_ID', 'WECHAT_KF_SECRET', 'WECHAT_KF_TOKEN', 'WECHAT_KF_AES_KEY'] as const;
  if (parts.every((name) => from[name] === undefined)) return;
  for (const name of parts) if (from[name] === undefined) yield `${name}: needed for WeChat Customer Service`;
}

function entriesOf(text: string): readonly string[] {
  return text.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function servicersOf(text: string): WechatKfSettings['servicers'] {
  const entries = entriesOf(text).map((entry) => ({ at: entry.indexOf('='), entry }));
  const byEmail = new Map(entries.filter(({ at }) => at >= 0).map(({ at, entry }) => [entry.slice(0, at).toLowerCase(), entry.slice(at + 1)] as const));
  return { byEmail, others: entries.find(({ at }) => at < 0)?.entry ?? null };
}
