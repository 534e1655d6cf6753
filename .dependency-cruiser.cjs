/** The direction of imports: a room looks down only. Run by `npm test` and in CI. */
const ROOMS = {
  domain: [],
  protocol: [],
  wording: [],
  ports: ['domain'],
  telemetry: ['domain'],
  understanding: ['domain'],
  skills: ['domain', 'ports', 'wording'],
  cases: ['domain', 'ports', 'wording'],
  knowledge: ['domain', 'ports', 'wording', 'understanding'],
  insights: ['domain', 'ports', 'wording', 'understanding'],
  identity: ['domain', 'ports'],
  settings: ['domain', 'ports'],
  handoff: ['domain', 'ports', 'telemetry', 'knowledge'],
  dialogue: ['domain', 'ports', 'telemetry', 'wording', 'understanding', 'skills', 'knowledge', 'cases'],
  conversation: ['dialogue', 'handoff', 'cases', 'identity', 'knowledge', 'skills', 'understanding', 'telemetry', 'wording', 'ports', 'domain'],
  content: ['understanding', 'dialogue', 'knowledge', 'telemetry', 'ports', 'domain', 'wording'],
  gateway: ['conversation', 'content', 'settings', 'dialogue', 'handoff', 'knowledge', 'cases', 'identity', 'insights', 'protocol', 'ports', 'telemetry', 'domain', 'wording'],
  adapters: ['ports', 'domain', 'telemetry'],
  web: ['protocol', 'wording'],
};

/** Each vendor has one home. */
const VENDORS = [
  ['^openai$', '^src/adapters/openai/'],
  ['^(langchain|@langchain/)', '^src/adapters/langchain/'],
  ['^(kysely|better-sqlite3|pg)$', '^src/adapters/store/'],
  ['^ioredis$', '^src/adapters/redis/'],
  ['^@node-rs/jieba', '^src/adapters/jieba/'],
  ['^cockatiel$', '^src/adapters/(model-gate|operator/tmf)/'],
  ['^re2js$', '^src/understanding/'],
  ['^(csv-parse|read-excel-file|write-excel-file|yaml)$', '^src/(content|cli)/'],
  ['^fast-xml-parser$', '^src/gateway/wechat/'],
  ['^botbuilder$', '^src/gateway/bot-framework/'],
  ['^(express|helmet|multer|file-type|pinyin-pro)$', '^src/gateway/'],
  ['^ws$', '^src/gateway/direct-line/'],
  ['^socket\\.io$', '^src/(gateway/|app/)'],
  ['^(jose|@node-rs/argon2|openid-client)$', '^src/identity/'],
  ['^(pino|prom-client)$', '^src/telemetry/'],
  ['^rate-limiter-flexible$', '^src/adapters/(memory|redis)/'],
];

const roomRules = Object.entries(ROOMS).map(([room, below]) => ({
  name: `${room}-looks-down`,
  severity: 'error',
  comment: `${room} may import ${below.length > 0 ? below.join(', ') : 'nothing of ours'}`,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/` },
}));

const vendorRules = VENDORS.map(([vendor, home]) => ({
  name: `home-of-${vendor.replace(/[^a-z0-9]+/gi, '-')}`,
  severity: 'error',
  comment: 'A vendor has one home',
  from: { path: '^src/', pathNot: home },
  to: { path: `node_modules/${vendor.replace(/^\^/, '').replace(/\$$/, '/')}` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...vendorRules,
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: '^src/.*/index\\.tsx?$' } },
    { name: 'only-app-sees-adapters', severity: 'error', from: { path: '^src/', pathNot: '^src/(app|adapters|cli)/' }, to: { path: '^src/adapters/' } },
    { name: 'nobody-imports-the-roof', severity: 'error', from: { path: '^src/', pathNot: '^src/(app|cli|main)' }, to: { path: '^src/(app|cli)/' } },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/($1|system)/' },
    },
    { name: 'sources-do-not-import-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench|scripts)/' } },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    exclude: { path: '\\?(worker|inline|url)' },
  },
};
