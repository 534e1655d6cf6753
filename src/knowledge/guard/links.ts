/** Where a text would send its reader: every address in any disguise must be one of the operator's own. */
const SCHEME = /(?:[a-z][a-z0-9+.-]{1,15}):(?:\/\/|\\\\|\/(?!\/))|h(?:xx|tt|\*\*)ps?\b|\b(?:javascript|vbscript|blob|file|ftp|mailto|sms|intent|weixin|alipays?|tel|callto|about|view-source|ws|wss)\s*:|\bdata\s*:\s*(?:[a-z]+\/|[^\s,;]*[,;]base64|,)/u;
const ADDRESS = /\bhttps?:\/\/([^\s<>"'`)\]}|\\。，、！？；]+)/gu;
const RELATIVE = /(?:^|[\s("'=\]>:])(\/\/|\\\\)[\w.[-]/u;
const LINK_TARGET = /\]\s*\(\s*<?([^)\s>]*)/gu;
const REFERENCE = /^\s*\[[^\]]+\]:\s*\S+/mu;
const IMAGE = /!\s*\[/u;
const BARE_HOST = /(?<![\w.@/-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+([a-z]{2,18}|xn--[a-z0-9-]+|中国|公司|网络|网址|手机|集团|在线))(?![\p{Script=Latin}\p{N}])(:\d{2,5})?/gu;
const AT_HOST = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
const SPOKEN_DOT = /[a-z0-9-]{2,}(?:\s*(?:\[\s*(?:\.|dot|点)\s*\]|\(\s*(?:\.|dot|点)\s*\)|\{\s*\.\s*\}|点|。)\s*|\s+dot\s+)(?:com|net|org|cn|top|xyz|cc|io|vip|info|site|shop|ru|me|app|link|click|online|example|test)\b/u;
const SPACED_DOT = /[a-z0-9-]{2,}(?: \. ?| ?\. )(?:com|net|org|cn|top|xyz|cc|io|vip|info|site|shop|ru|link|click|online)\b/u;
const NUMERIC_HOST = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|\[[0-9a-f]*:[0-9a-f:.]*\]|\blocalhost\b|0x[0-9a-f]{6,}/u;
/** What looks like a host and is a file, an abbreviation or a version. */
const NO_HOST = /^(?:e\.g|i\.e|a\.m|p\.m|u\.s|vs\.\w+|no\.\w+)$|\.(?:md|txt|pdf|apk|ipa|doc|docx|xls|xlsx|csv|jpg|png|etc|so|please|you|the|it|if|then|and|or|your|this|we|for|a|an|to|in|on|is|no|yes|check|dial|go|open|see|call|text|ask|after|when|once|with|use|tap|turn)$/u;
const TOP_LEVEL = /^(?:com|net|org|cn|top|xyz|cc|io|vip|info|site|shop|ru|me|app|link|click|online|example|test|invalid|local|internal|dev|ai|co|uk|us|hk|tw|jp|kr|de|fr|eu|biz|mobi|tel|live|store|tech|space|fun|club|icu|pw|tk|ml|ga|cf|gq|ly|gl|sh|to|tv|ws|gd|asia|name|pro|wang|ren|gov|edu|mil|int|arpa|onion|xn--[a-z0-9-]+|中国|公司|网络|网址|手机|集团|在线)$/u;

/** Whether every address in the text is one of `hosts`. `text` as `legible` makes it. */
export function leadsElsewhere(text: string, hosts: readonly string[]): boolean {
  if (IMAGE.test(text) || REFERENCE.test(text)) return true;
  const left = withoutOwn(text, new Set(hosts.map((host) => host.toLowerCase())));
  if (left === null) return true;
  return RELATIVE.test(left) || SCHEME.test(left) || AT_HOST.test(left) || SPOKEN_DOT.test(left) || SPACED_DOT.test(left) || NUMERIC_HOST.test(left) || hasTarget(left) || hasHost(left);
}

/** The text without its own addresses and pages; null when an address is not ours. */
function withoutOwn(text: string, hosts: ReadonlySet<string>): string | null {
  let isForeign = false;
  const left = text
    .replace(ADDRESS, (address: string) => {
      if (!isOwn(address, hosts)) isForeign = true;
      return ' ';
    })
    .replace(/\]\s*\(\s*(?:kb:[\w.-]+|\/kb\/[\w.?=&-]+|#[\w-]*)\s*\)/gu, '] ')
    .replace(/\bkb:[\w-]+/gu, ' ')
    .replace(BARE_HOST, (whole: string, host: string, _end: string, port: string | undefined) => (hosts.has(`${host}${port ?? ''}`) ? ' ' : whole));
  return isForeign ? null : left;
}

function isOwn(address: string, hosts: ReadonlySet<string>): boolean {
  try {
    const url = new URL(address.replace(/[.,;:!?]+$/u, ''));
    return url.username === '' && url.password === '' && hosts.has(url.host) && !address.includes('\\');
  } catch {
    return false;
  }
}

function hasTarget(text: string): boolean {
  return [...text.matchAll(LINK_TARGET)].some(([, target]) => target !== undefined && target !== '');
}

function hasHost(text: string): boolean {
  return [...text.matchAll(BARE_HOST)].some(([, host, end]) => !NO_HOST.test(host ?? '') && TOP_LEVEL.test(end ?? '') && !/^\d+\.\d+/u.test(host ?? ''));
}
