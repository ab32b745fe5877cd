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
  const outfile = 'server/dist/main.js'
  await bundle('server/src/main.ts', outfile)
  return outfile
}

/** A program of ours as one file that Node runs as it is. */
export const bundle = async (entryPoint, outfile) => {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, entryPoint)],
    outfile: join(root, outfile),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'silent',
    plugins: [keepPackagesOut],
  })
}
