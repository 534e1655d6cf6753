/** Tests run as ES modules through swc; browser journeys announce themselves when no Chromium is there. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Each run has a folder for temporary files of its own; what was compiled is kept from one to the next.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '<rootDir>/scripts/test-transform.js',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2023', transform: { react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
      },
    ],
  },
  // Training the whole content takes seconds, and minutes where others keep the machine busy.
  testTimeout: 240_000,
  testSequencer: '<rootDir>/scripts/test-order.js',
  // On two cores: two that wait by the clock and two that keep them busy, see test-order.js.
  maxWorkers: 4,
};
