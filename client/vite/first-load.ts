import { gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

type Chunk = Rollup.OutputChunk

const staticChunks = (entry: Chunk, chunks: Map<string, Chunk>, seen = new Set<Chunk>()): Set<Chunk> => {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const name of entry.imports) {
    const chunk = chunks.get(name)
    if (chunk) staticChunks(chunk, chunks, seen)
  }
  return seen
}

/** Says the weight of the first load after each build, and fails above `budget` kilobytes (gzip, scripts) or when a package of `banned` slips in. */
export const firstLoad = ({ budget, banned, page }: { budget: number; banned: string[]; page: string }): Plugin => ({
  name: 'first-load',
  apply: 'build',
  generateBundle(_, bundle) {
    const all = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk')
    const chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]))
    const roots = all.filter((chunk) => chunk.isEntry || chunk.facadeModuleId?.endsWith(page))
    const first = new Set(roots.flatMap((root) => [...staticChunks(root, chunks)]))
    const kilobytes = [...first].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0) / 1000
    this.info(`first load ${kilobytes.toFixed(1)} kB gz in ${first.size} scripts (budget ${budget})`)
    const intruder = [...first]
      .flatMap((chunk) => Object.keys(chunk.modules))
      .find((id) => banned.some((name) => id.includes(`/node_modules/${name}/`)))
    if (intruder) this.error(`${intruder} is in the first load`)
    if (kilobytes > budget) this.error(`the first load weighs ${kilobytes.toFixed(1)} kB gz, above ${budget}`)
  },
})
