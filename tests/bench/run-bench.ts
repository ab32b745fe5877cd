import { readdirSync } from 'node:fs'
import { join } from 'node:path'

type Timed = { name: string; run: () => unknown }
/** What is measured beside a peer in the same rounds; `goalMs` is of processor time. */
export type Bench = { name: string; cases: readonly (Timed & { goalMs: number })[]; peer: Timed }

const ROUNDS = 25
const WARM_UP = 5

/** Processor time, which moves far less with neighbours than the clock on the wall (performance.md §1). */
const cpuMs = (run: () => unknown): number => {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const medianOf = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const inMs = (ms: number) => `${ms.toFixed(2)} ms`

/** Rounds in turn: peer, then each case, then the peer again, so that the pair of peers shows the noise. */
const measure = ({ cases, peer }: Bench) => {
  for (let i = 0; i < WARM_UP; i++) for (const { run } of [peer, ...cases]) run()
  return Array.from({ length: ROUNDS }, () => ({
    peer: cpuMs(peer.run),
    cases: cases.map(({ run }) => cpuMs(run)),
    again: cpuMs(peer.run),
  }))
}

const tell = (bench: Bench): boolean => {
  const rounds = measure(bench)
  const peers = rounds.map((round) => round.peer)
  console.log(`${bench.name}: ${ROUNDS} rounds`)
  console.log(`  peer  ${bench.peer.name}: ${inMs(medianOf(peers))}, again ${inMs(medianOf(rounds.map((round) => round.again)))}`)
  const verdicts = bench.cases.map(({ name, goalMs }, at) => {
    const times = rounds.map((round) => round.cases[at]!)
    const [least, median] = [Math.min(...times), medianOf(times)]
    const ratio = median / Math.max(0.001, medianOf(peers))
    const figures = `${inMs(least)} / ${inMs(median)} / ${inMs(Math.max(...times))}, ${ratio.toFixed(1)} × the peer`
    // The least of the rounds: a busy machine only ever adds.
    const isHeld = least <= goalMs
    console.log(`  ${isHeld ? 'PASS' : 'FAIL'}  ${name}: ${figures}, goal ${goalMs} ms`)
    return isHeld
  })
  return verdicts.every(Boolean)
}

const main = async () => {
  const words = process.argv.slice(2)
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts'))
  const chosen = files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  if (chosen.length === 0) throw new Error(`No benchmark has a name that holds one of: ${words.join(', ')}. There are: ${files.join(', ')}`)
  for (const file of chosen) {
    const { bench } = (await import(join(import.meta.dirname, file))) as { bench: Bench }
    if (!tell(bench)) process.exitCode = 1
  }
}

await main()
