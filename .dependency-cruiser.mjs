/** The modules in their order: a module calls earlier ones, to later ones it only emits events. Those on one line are of equal rank. */
const ranks = [
  ['accounts', 'ledger'],
  ['organisations'],
  ['groups'],
  ['needs'],
  ['pledges', 'bids'],
  ['ballots'],
  ['missions'],
  ['timebank'],
  ['billing'],
  ['invoicing'],
  ['programmes'],
  ['chat'],
  ['notifications'],
  ['reviews', 'resources'],
  ['administration'],
]
const modules = ranks.flat().join('|')

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const orderRules = ranks.flatMap((rank, index) => {
  const later = ranks
    .slice(index + 1)
    .flat()
    .join('|')
  const equal = rank.join('|')
  return later === ''
    ? []
    : [
        forbid(
          `${rank.join('-and-')}-import-earlier-modules-only`,
          'To the right a module only emits events.',
          { path: [`^server/src/modules/(?:${equal})/`, `^shared/src/(?:${equal})/`] },
          { path: [`^server/src/modules/(?:${later})/`, `^shared/src/(?:${later})/`] },
        ),
      ]
})

export default {
  forbidden: [
    forbid('no-circular', 'A cycle hides which file is the lower one.', {}, { circular: true }),
    forbid('resolves', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'declared',
      'A package must stand in the package.json of the workspace that uses it.',
      { path: '^(shared|server|client)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    ...orderRules,

    forbid(
      'shared-imports-zod-only',
      'The domain language has no IO.',
      { path: '^shared/' },
      { pathNot: ['^shared/', '^node_modules/zod/'] },
    ),
    forbid(
      'shared-ground-knows-no-module',
      'money, errors, process, http, ids and realtime are below the modules; the socket contract alone names the view of a message.',
      { path: '^shared/src/', pathNot: [`^shared/src/(?:${modules})/`, '^shared/src/realtime/contract[.]ts$'] },
      { path: `^shared/src/(?:${modules})/` },
    ),

    forbid(
      'platform-knows-no-module',
      'The platform serves any module.',
      { path: '^server/src/platform/' },
      { path: '^server/src/(?!platform/)' },
    ),
    forbid(
      'platform-imports-shared-ground',
      'Of shared, only the ground, and the view of a message that the socket contract names.',
      { path: '^server/src/platform/' },
      { path: `^shared/src/(?:${modules}|money)/`, pathNot: '^shared/src/chat/message[.]schema[.]ts$' },
    ),
    forbid(
      'modules-through-the-front-door',
      'Another module is called through its index.ts.',
      { path: '^server/src/modules/([^/]+)/' },
      { path: '^server/src/modules/', pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index[.]ts$'] },
    ),
    forbid(
      'modules-below-the-app',
      'The composition root knows the modules, not they it.',
      { path: '^server/src/(?:modules|platform)/' },
      { path: '^server/src/(?:[^/]+[.]ts$|seed/)' },
    ),
    forbid(
      'pure-files-import-shared-only',
      'Rules, processes and policies hold no IO: shared, tables of facts, and for a policy platform/access.',
      { path: '^server/src/.+[.](?:rules|process|policy)[.]ts$' },
      {
        pathNot: [
          '^shared/',
          '^server/src/platform/access/',
          '^server/src/data/',
          '^node_modules/stdnum/',
          '^server/src/modules/.+[.](?:rules|process|policy)[.]ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'models-behind-stores-and-views',
      'Only *.store and *.view import *.model; others may name the type of its record.',
      { path: '^server/src/modules/', pathNot: '[.](?:store|view)[.]ts$' },
      { path: '[.]model[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'routes-touch-no-store',
      'A route calls a use case or a view.',
      { path: '[.]routes[.]ts$' },
      { path: '[.](?:store|model)[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid('server-apart', 'The server imports its own code and shared.', { path: '^server/src/' }, { path: '^(?:client|tests|scripts)/' }),

    forbid('client-apart', 'The client imports its own code and shared.', { path: '^client/' }, { path: '^(?:server|tests|scripts)/' }),
    forbid(
      'features-meet-in-routes',
      'A feature knows no other feature.',
      { path: '^client/src/features/([^/]+)/' },
      { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    ),
    forbid(
      'features-below-routes',
      'Only routes and the shell know features.',
      { path: '^client/src/(?:ui|platform|theme|locales)/' },
      { path: '^client/src/(?:features|shell)/|^client/src/routes' },
    ),

    forbid(
      'emulator-apart',
      'The Stripe emulator knows nothing of the product.',
      { path: '^tests/stripe-emulator/' },
      { path: '^(?:server|client|shared)/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|[.]mutuo|reports)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts', '.css'],
    },
    cache: { folder: 'node_modules/.cache/mutuo/boundaries', strategy: 'content', compress: false },
  },
}
