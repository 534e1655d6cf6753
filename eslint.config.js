/** Lint rules that catch real mistakes; layout is the formatter's. */
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.tmp/', 'coverage/', '**/*.cjs', '**/*.mjs', 'scripts/**/*.js', '*.config.js', '*.config.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/web/**'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only app/env.ts reads the environment.' }],
    },
  },
  { files: ['src/app/env.ts'], rules: { 'no-restricted-properties': 'off' } },
  // On a page of somebody else's the browser's console is where its engineer looks.
  { files: ['src/web/kit/browser-parts.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/cli/**', 'src/main.ts', 'test/**', 'bench/**', 'scripts/**'], rules: { 'no-console': 'off' } },
);
