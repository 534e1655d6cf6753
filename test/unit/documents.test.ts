/** The documents say what the code does: settings, words, links, rooms, the cast, the protocol. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { castMembers } from '../../src/adapters/operator/cast.js';
import { findPlan } from '../../src/adapters/operator/catalogue.js';
import { DEMO_STAFF } from '../../src/app/demo-staff.js';
import type { Env } from '../../src/app/env.js';
import { RATE_LIMITS } from '../../src/app/rate-limits.js';
import { readBssDemoSettings } from '../../src/app/bss-demo-settings.js';
import { readSettings } from '../../src/app/settings.js';
import { ERROR_TABLE } from '../../src/domain/errors.js';
import { chatEvents, chatRequests } from '../../src/protocol/chat.js';
import { deskEvents, deskRequests } from '../../src/protocol/desk.js';
import { openApiDocument } from '../../src/protocol/documents.js';
import { VERSION } from '../../src/protocol/version.js';
import { Metrics } from '../../src/telemetry/metrics.js';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...markdownBelow('docs'),
  'intents/lexicon/README.md',
  'test/evaluation/README.md',
];

function markdownBelow(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}

/** Code blocks hold examples, not links and headings. */
function prose(path: string): string {
  return read(path).replace(/^```[\s\S]*?^```$/gm, '');
}

function headings(path: string): string[] {
  return [...prose(path).matchAll(/^#{1,6} +(.+)$/gm)].map((match) => match[1] ?? '');
}

/** As GitHub makes them: lower case, without punctuation, hyphens for spaces, numbered when repeated. */
function anchors(path: string): Set<string> {
  const seen = new Map<string, number>();
  const slugs = headings(path).map((heading) => {
    const slug = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(slugs);
}

function brokenLinks(path: string): string[] {
  const targets = [...prose(path).replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => {
    if (/^(https?|mailto|kb):/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file));
    if (!existsSync(join(ROOT, to))) return true;
    return anchor !== undefined && to.endsWith('.md') && !anchors(to).has(decodeURIComponent(anchor));
  });
}

/** Every variable the settings look at, found out by watching them look. */
function variablesRead(): string[] {
  const seen = new Set<string>();
  const watched = new Proxy<Env>({}, {
    get: (_target, name) => {
      if (typeof name === 'string') seen.add(name);
      return undefined;
    },
  });
  readSettings(watched);
  readBssDemoSettings(watched);
  return [...seen].filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name)).sort();
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder)).filter((name) => statSync(join(ROOT, folder, name)).isDirectory());
  return entries.filter((name) => readdirSync(join(ROOT, folder, name), { recursive: true }).some((entry) => /\.tsx?$/.test(String(entry))));
}

describe('the settings', () => {
  const variables = variablesRead();
  const listed = [...read('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? '').sort();

  it('are all listed in .env.example, which lists nothing else, each once', () => {
    expect(variables).toContain('PORT');
    expect(listed).toEqual(variables);
  });

  it('are all explained for whoever runs the product', () => {
    const operations = read('docs/operations.md');
    expect(variables.filter((name) => !operations.includes(`\n| \`${name}\` |`))).toEqual([]);
  });

  it('start with .env.example as it stands', () => {
    const lines = [...read('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)];
    const env = Object.fromEntries(lines.filter((match) => match[2] !== '').map((match) => [match[1] ?? '', match[2] ?? '']));
    expect(readSettings(env)).toEqual(readSettings({}));
  });
});

describe('the version', () => {
  it('is the same in the package, on the wire and at the head of the changelog', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(version).toBe(VERSION);
    expect(headings('CHANGELOG.md').filter((heading) => heading !== 'Unreleased')[1]).toBe(VERSION);
  });
});

describe('the glossary', () => {
  const terms = [...prose('docs/glossary.md').matchAll(/^### (.+)$/gm)].map((match) => (match[1] ?? '').split(' · '));

  it('gives each term in both languages', () => {
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.filter((pair) => pair.length !== 2 || pair.includes(''))).toEqual([]);
  });

  it('has one entry for a word and one word for an entry', () => {
    for (const language of [0, 1]) {
      const words = terms.map((pair) => (pair[language] ?? '').toLowerCase());
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });
});

describe('the documents', () => {
  it.each(DOCUMENTS)('%s links only to what is there', (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });

  it('show every room of the house on its map', () => {
    const map = read('ARCHITECTURE.md');
    const rooms = foldersIn('src');
    expect(rooms).toContain('domain');
    const unknown = [...rooms, ...foldersIn('src/adapters'), ...foldersIn('src/web')].filter((room) => !map.includes(`\`${room}/\``));
    expect(unknown).toEqual([]);
  });

  it('point only at files of the source that exist', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/`(src\/[a-z/-]+\.tsx?)`/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('run only programs that a build makes and scripts that there are', () => {
    const texts = [...DOCUMENTS.filter((path) => path !== 'CHANGELOG.md'), '.env.example', 'package.json'].map(read).join('\n');
    const programs = [...texts.matchAll(/\bdist\/([\w/-]+)\.js/g)].map((match) => match[1] ?? '');
    const made = ['server/main', ...readdirSync(join(ROOT, 'src/cli')).map((file) => `server/${file.replace(/\.ts$/, '')}`)];
    expect(programs.filter((one) => !made.includes(one))).toEqual([]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const asked = [...texts.matchAll(/\bnpm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((one) => !Object.hasOwn(scripts, one))).toEqual([]);
  });

  it('list every decision', () => {
    const index = read('docs/adr/README.md');
    const records = readdirSync(join(ROOT, 'docs/adr')).filter((name) => /^\d{4}-/.test(name));
    expect(records.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });
});

describe.each([['README.md', 'en'], ['README.zh-CN.md', 'zh-CN']] as const)('%s', (path, locale) => {
  it('introduces the cast as it is', () => {
    const rows = castMembers().map(({ msisdn, name, planId, story }) => `| \`${msisdn}\` | ${name} | ${findPlan(planId)?.name[locale]} | ${story[locale]} |`);
    expect(rows.filter((row) => !read(path).includes(row))).toEqual([]);
    expect(read(path).match(/^\| `138\d{8}` \|/gm)).toHaveLength(rows.length);
  });

  it('names every demo account of the staff', () => {
    expect(DEMO_STAFF.filter(({ email }) => !read(path).includes(`\`${email}\``))).toEqual([]);
  });
});

describe('the two READMEs', () => {
  it('have the same sections, pages, settings and code', () => {
    const shape = (path: string) => ({
      sections: headings(path).length,
      rows: read(path).match(/^\|/gm)?.length,
      blocks: read(path).match(/^```/gm)?.length,
      steps: read(path).match(/^\d+\. \*\*/gm)?.length,
      points: read(path).match(/^- /gm)?.length,
    });
    expect(shape('README.zh-CN.md')).toEqual(shape('README.md'));
  });
});

describe('the explanation of the protocol', () => {
  const explanation = read('docs/protocol.md');
  const unexplained = (names: readonly string[]): string[] => names.filter((name) => !explanation.includes(`\`${name}\``));

  it('has every request and event of both sockets', () => {
    expect(unexplained([chatRequests, chatEvents, deskRequests, deskEvents].flatMap((map) => Object.keys(map)))).toEqual([]);
  });

  it('has every call of the HTTP interface', () => {
    const { paths } = openApiDocument(VERSION) as { paths: Record<string, object> };
    const calls = Object.keys(paths).map((path) => path.replace(/\{(\w+)\}/g, ':$1'));
    expect(calls.filter((call) => !explanation.includes(call))).toEqual([]);
  });

  it('has every code with its HTTP status', () => {
    const rows = Object.entries(ERROR_TABLE).map(([code, { status }]) => `\n| \`${code}\` | ${status} |`);
    expect(rows.filter((row) => !explanation.includes(row))).toEqual([]);
  });
});

describe('the page for whoever runs it', () => {
  const operations = read('docs/operations.md');

  it('explains every metric of the product', async () => {
    const names = (await new Metrics().registry.getMetricsAsJSON()).map(({ name }) => name).filter((name) => name.startsWith('jiebang_'));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
  });

  it('states the limits as they are', () => {
    const stated = { 'messages of a subscriber': 'chat.send', 'new chat sockets': 'chat.connect', 'new desk sockets': 'desk.connect', 'messages of an agent': 'desk.send', 'tries to sign in at the desk': 'staff.login' } as const;
    for (const [what, bucket] of Object.entries(stated)) {
      const { points, windowSeconds } = RATE_LIMITS[bucket];
      expect(operations).toContain(`| ${what} | ${points} in ${windowSeconds} s |`);
    }
  });
});
