import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import type { Plugin } from 'vite'

const isContract = (id: string) => /\/shared\/src\/.+\.endpoints\.ts$/.test(id)
const isEndpoint = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value

const asOneScript = {
  bundle: true,
  write: false,
  metafile: true,
  format: 'cjs',
  platform: 'node',
  external: [...builtinModules],
  logLevel: 'silent',
} satisfies BuildOptions

/** Reads a contract as Node would run it, and keeps of each endpoint what a caller needs. */
const trim = async (file: string) => {
  const { outputFiles, metafile } = await build({ ...asOneScript, entryPoints: [file] })
  const module = { exports: {} as Record<string, unknown> }
  new Function('module', 'exports', outputFiles[0]!.text)(module, module.exports)
  const lines = Object.entries(module.exports)
    .filter(([, value]) => isEndpoint(value))
    .map(([key, value]) => {
      const { name, method, path, access, idempotency } = value as Record<string, unknown>
      return `export const ${key} = ${JSON.stringify({ name, method, path, access, idempotency })}`
    })
  return { code: `${lines.join('\n')}\n`, inputs: Object.keys(metafile.inputs) }
}

/** Replaces each `*.endpoints.ts` of shared by its addresses, so that zod and the schemas stay on the server's side of the wire. */
export const trimEndpoints = (): Plugin => ({
  name: 'trim-endpoints',
  enforce: 'pre',
  async load(id) {
    const file = id.split('?')[0]!
    if (!isContract(file)) return null
    const { code, inputs } = await trim(file)
    for (const input of inputs) if (input.startsWith('shared/') || input.includes('/shared/src/')) this.addWatchFile(resolve(input))
    return { code, map: null, moduleSideEffects: false }
  },
})
