#!/usr/bin/env node
// npm test [-- WORDS]: installs what is missing, runs the test files whose path holds one of the words (all of them without words), and sums up.
// npm run screens [-- WORDS]: the same of the stories on screen alone, which take longer than all the rest.
import { availableParallelism } from 'node:os'
import { buildClient } from './steps/build-client.mjs'
import { bundleServer } from './steps/bundle-server.mjs'
import { findChromium } from './steps/find-chromium.mjs'
import { installMissing } from './steps/install-missing.mjs'
import { listTestFiles, runJest } from './steps/run-jest.mjs'
import { showStep } from './steps/show-step.mjs'
import { clearGroups, groupTests } from './steps/test-groups.mjs'

const SCREENS = 'tests/screens/'
const isIn = (folders) => (file) => folders.some((folder) => file.startsWith(`tests/${folder}/`))
const isBrowserTest = isIn(['e2e', 'screens'])
const needsServerBundle = isIn(['e2e', 'screens', 'faults'])

const sayWhyNoBrowser = () => {
  console.log('\nTHE BROWSER PART WAS SKIPPED: THERE IS NO CHROMIUM HERE.')
  console.log('Set CHROMIUM_PATH, or put chromium on PATH, or run as root where apt-get can install it.\n')
}

const runBrowserTests = async (name, files, how) => {
  const chromium = await findChromium()
  if (chromium) return runJest(name, files, { ...how, environment: { CHROMIUM_PATH: chromium } })
  sayWhyNoBrowser()
  const isFailure = process.env.CI === 'true'
  return { passed: 0, failed: isFailure ? files.length : 0, skipped: isFailure ? 0 : files.length }
}

const runAsOne =
  (project = 'live') =>
  (name, files, how) =>
    runJest(name, groupTests(name, files, { project, count: how.atOnce }), how)

/**
 * Three lanes beside each other, in each one run after the other, about as long as each other. The browser's story takes a good core, what waits for processes,
 * sockets and clocks less than half of one: where more runs than cores fight for them, each test costs a seventh more. Cores above two are for the last lane.
 */
const lanes = [
  [
    { name: 'browser', folders: ['e2e', 'screens'], run: runBrowserTests },
    {
      name: 'access-stories-foes',
      folders: ['access', 'stories', 'api/administration', 'api/confidentiality', 'api/hostile'],
      run: runAsOne(),
    },
  ],
  [{ name: 'waiting', folders: ['platform', 'faults', 'database', 'realtime'], run: runAsOne() }],
  [{ name: 'api', folders: ['api'], run: runAsOne(), atOnce: Math.max(1, availableParallelism() - 1) }],
]

/** For the lane that ends first, which depends on the database and on what is cached: the compiler and the lint take seconds, or a minute each. */
const afterwards = [
  { name: 'architecture', folders: ['architecture'], run: runJest, atOnce: 2 },
  { name: 'rules', folders: ['rules', 'emulator'], run: runAsOne('pure') },
]

/** Who names a file's folder most closely runs it. */
const runOf = (file) => {
  const closeness = ({ folders }) => Math.max(0, ...folders.filter((folder) => isIn([folder])(file)).map((folder) => folder.length))
  const [closest] = [...lanes.flat(), ...afterwards].toSorted((a, b) => closeness(b) - closeness(a))
  if (closeness(closest) === 0) throw new Error(`No lane of scripts/test.mjs runs ${file}`)
  return closest
}

const runAll = async (files) => {
  const filesOf = new Map()
  for (const file of files) {
    const run = runOf(file)
    filesOf.set(run, [...(filesOf.get(run) ?? []), file])
  }
  const chosen = (runs) => runs.filter((run) => filesOf.has(run))
  const left = chosen(afterwards)
  const busyLanes = lanes.map(chosen).filter((lane) => lane.length > 0)
  if (busyLanes.length === 0) busyLanes.push([])
  const counts = []
  const runLane = async (lane, at) => {
    const later = at < busyLanes.length - 1
    while (lane.length + left.length > 0) {
      const next = lane.shift() ?? left.shift()
      counts.push(await next.run(next.name, filesOf.get(next), { atOnce: next.atOnce ?? 1, later }))
    }
  }
  clearGroups()
  if (files.some(needsServerBundle)) await showStep('Bundling the server', bundleServer)
  if (files.some(isBrowserTest)) await showStep('Building the client', buildClient)
  await Promise.all(busyLanes.map(runLane))
  return counts
}

const main = async () => {
  await installMissing('Installing the dependencies')
  const isOfScreens = process.argv[2] === '--screens'
  const words = process.argv.slice(isOfScreens ? 3 : 2)
  const files = (await listTestFiles(words)).filter((file) => file.startsWith(SCREENS) === isOfScreens)
  if (files.length === 0) throw new Error(`No test file has a path that holds one of: ${words.join(', ')}`)
  const counts = await runAll(files)
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0)
  console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
  process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0
}

main().catch((error) => {
  console.error(error.message)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exitCode = 1
})
