import { join } from 'node:path'
import { root } from './run-command.mjs'

/** Our own code goes into the bundle; packages stay in node_modules, where production installs them. */
const keepPackagesOut = {
  name: 'keep-packages-out',
  setup: (build) =>
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@mutuo/') ? null : { path, external: true },
    ),
}

/** Bundles the server into server/dist/main.js, for `npm start`, the demo and the tests that kill a process. */
export const bundleServer = async () => {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'server', 'src', 'main.ts')],
    outfile: join(root, 'server', 'dist', 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'silent',
    plugins: [keepPackagesOut],
  })
  return 'server/dist/main.js'
}
