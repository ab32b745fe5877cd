#!/usr/bin/env node
// npm test [-- WORDS]: installs what is missing, runs the test files whose path holds one of the words (all of them without words), and sums up.
// npm run screens [-- WORDS]: the same of the stories on screen alone, which take longer than all the rest.
import { buildClient } from './steps/build-client.mjs'
import { bundleServer } from './steps/bundle-server.mjs'
import { findChromium } from './steps/find-chromium.mjs'
import { installMissing } from './steps/install-missing.mjs'
import { listTestFiles, runJest } from './steps/run-jest.mjs'
import { showStep } from './steps/show-step.mjs'
import { clearGroups, groupTests } from './steps/test-groups.mjs'

const SCREENS = 'tests/screens/'
const isBrowserTest = (file) => file.startsWith('tests/e2e/') || file.startsWith(SCREENS)
const needsNoDatabase = (file) => ['rules', 'architecture', 'emulator'].some((folder) => file.startsWith(`tests/${folder}/`))
/** They wait more than they work, for processes, sockets and clocks. */
const waits = (file) => ['database', 'faults', 'platform', 'realtime'].some((folder) => file.startsWith(`tests/${folder}/`))
const needsServerBundle = (file) => isBrowserTest(file) || file.startsWith('tests/faults/')

const sayWhyNoBrowser = () => {
  console.log('\nTHE BROWSER PART WAS SKIPPED: THERE IS NO CHROMIUM HERE.')
  console.log('Set CHROMIUM_PATH, or put chromium on PATH, or run as root where apt-get can install it.\n')
}

const runBrowserTests = async (files, { later }) => {
  const chromium = await findChromium()
  if (chromium) return runJest('browser', files, { atOnce: 1, later, environment: { CHROMIUM_PATH: chromium } })
  sayWhyNoBrowser()
  const isFailure = process.env.CI === 'true'
  return { passed: 0, failed: isFailure ? files.length : 0, skipped: isFailure ? 0 : files.length }
}

/** The browser's story, and what waits, go on beside all the others. */
const runParts = async (files) => {
  const inBrowser = files.filter(isBrowserTest)
  const waiting = files.filter(waits)
  const others = files.filter((file) => !isBrowserTest(file) && !waits(file))
  clearGroups()
  if (files.some(needsServerBundle)) await showStep('Bundling the server', bundleServer)
  if (inBrowser.length > 0) await showStep('Building the client', buildClient)
  const parts = [
    inBrowser.length > 0 && runBrowserTests(inBrowser, { later: waiting.length + others.length > 0 }),
    waiting.length > 0 && runJest('waiting', groupTests(waiting), { atOnce: 1, later: others.length > 0 }),
    runOthers(others),
  ]
  return (await Promise.all(parts)).flat().filter(Boolean)
}

const runOthers = async (files) => {
  const withoutDatabase = files.filter(needsNoDatabase)
  const withDatabase = files.filter((file) => !needsNoDatabase(file))
  const counts = []
  if (withoutDatabase.length > 0) counts.push(await runJest('without-database', withoutDatabase))
  if (withDatabase.length > 0) counts.push(await runJest('with-database', groupTests(withDatabase), { byName: true }))
  return counts
}

const main = async () => {
  await installMissing('Installing the dependencies')
  const isOfScreens = process.argv[2] === '--screens'
  const words = process.argv.slice(isOfScreens ? 3 : 2)
  const files = (await listTestFiles(words)).filter((file) => file.startsWith(SCREENS) === isOfScreens)
  if (files.length === 0) throw new Error(`No test file has a path that holds one of: ${words.join(', ')}`)
  const counts = await runParts(files)
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0)
  console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
  process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0
}

main().catch((error) => {
  console.error(error.message)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exitCode = 1
})
