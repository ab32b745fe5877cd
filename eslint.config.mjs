import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const refuse = (selector, message) => ({ selector, message })

const moneyArithmetic = [
  refuse('BinaryExpression[operator=/^[*\\/%]$/] > Identifier[name=/Minor$/]', 'Only shared/src/money multiplies or divides amounts.'),
  refuse(
    'BinaryExpression[operator=/^[*\\/%]$/] > MemberExpression[property.name=/Minor$/]',
    'Only shared/src/money multiplies or divides amounts.',
  ),
  refuse(
    'CallExpression[callee.object.name="Math"][callee.property.name=/^(round|floor|ceil|trunc)$/] Identifier[name=/Minor$/]',
    'Only shared/src/money rounds amounts.',
  ),
]
const ownTime = [
  refuse('NewExpression[callee.name="Date"][arguments.length=0]', 'The time comes as an argument, or from platform/clock.ts.'),
  refuse(
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'The time comes as an argument, or from platform/clock.ts.',
  ),
]
const classes = [refuse('ClassDeclaration:not([superClass.name=/Error$/])', 'No classes except errors: functions and plain records.')]
const environment = [
  refuse('MemberExpression[object.name="process"][property.name="env"]', 'The environment is parsed once, in platform/config.ts.'),
]
const queries = [
  refuse(
    'Property[key.name="$regex"], Property[key.value="$regex"]',
    'No search by regular expression: prefix ranges on a folded field, or searchTokens (design of the database).',
  ),
  refuse(
    'CallExpression[callee.property.name=/^(find|findOne|exists|countDocuments|distinct|aggregate|findOneAndUpdate|updateOne|updateMany|deleteOne|deleteMany)$/] > ObjectExpression Literal[regex]',
    'No regular expression in a filter: on an indexed field it finds nothing on the embedded database.',
  ),
  refuse('CallExpression[callee.property.name="populate"]', 'No populate: one $in for the neighbours.'),
  refuse('CallExpression[callee.property.name="skip"], Property[key.name="$skip"]', 'No skip: keysetPage().'),
]
const pure = [refuse('AwaitExpression', 'Rules, processes and policies are pure: no await.'), ...ownTime]

// The rules that only the React Compiler needs are left out: we do not use it.
const hooks = Object.fromEntries(
  ['rules-of-hooks', 'exhaustive-deps', 'set-state-in-render', 'static-components', 'error-boundaries', 'use-memo', 'globals'].map(
    (rule) => [`react-hooks/${rule}`, 'error'],
  ),
)

// Code of the server and of shared runs where there is no page, and outside of tests.
const elsewhere = [...Object.keys({ ...globals.browser, ...globals.jest })].filter((name) => !(name in globals.node))

const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] })

export default [
  { ignores: ['**/node_modules/', '**/dist/', '.mutuo/', 'reports/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    rules: {
      // The compiler says it: noUnusedLocals and noUnusedParameters.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'array-callback-return': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 400],
      'no-alert': 'error',
      'no-constant-binary-expression': 'error',
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-empty': ['error', { allowEmptyCatch: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-return-assign': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['shared/src/**'], rules: syntax(...classes, ...environment, ...pure, ...moneyArithmetic) },
  { files: ['shared/src/**', 'server/src/**'], rules: { 'no-restricted-globals': ['error', ...elsewhere] } },
  { files: ['shared/src/money/**'], rules: syntax(...classes, ...environment, ...pure) },
  {
    files: ['server/src/**'],
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      ...syntax(...classes, ...environment, ...ownTime, ...queries, ...moneyArithmetic),
    },
  },
  {
    files: ['server/src/**/*.{rules,process,policy}.ts'],
    rules: syntax(...classes, ...environment, ...pure, ...queries, ...moneyArithmetic),
  },
  { files: ['server/src/platform/config.ts'], rules: syntax(...classes, ...queries) },
  { files: ['server/src/platform/clock.ts'], rules: syntax(...classes, ...environment) },
  // The demo is lived in the past: it moves the clock.
  { files: ['server/src/seed/**'], rules: syntax(...classes, ...environment, ...queries, ...moneyArithmetic) },
  // These start and install a database for developers, before there is a configuration, a logger or a clock to move.
  {
    files: ['server/src/platform/mongo/{choose-server,download-mongod,install-secantus,run-mongod,cache-folder}.ts'],
    rules: { 'no-console': 'off', ...syntax(...classes) },
  },
  { files: ['client/src/**'], rules: { 'no-console': 'error', ...syntax(...classes, ...moneyArithmetic) } },
  { files: ['client/src/**'], plugins: { 'react-hooks': reactHooks }, rules: hooks },
]
