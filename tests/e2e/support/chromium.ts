import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=fr-FR',
]

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** CHROMIUM_PATH, else one on PATH; undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  process.env.CHROMIUM_PATH ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram)

export const openChromium = (): Promise<Browser> => {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('there is no Chromium here')
  return chromium.launch({ executablePath, args: ARGUMENTS })
}

/** A describe that needs a browser: without one it is skipped, in capitals, and fails where CI says that it must run. */
export const describeInBrowser = (title: string, story: () => void): void => {
  if (chromiumPath()) return describe(title, story)
  process.stderr.write('\nTHE BROWSER STORY WAS SKIPPED: THERE IS NO CHROMIUM HERE (SET CHROMIUM_PATH, OR PUT CHROMIUM ON PATH).\n\n')
  if (process.env.CI !== 'true') return describe.skip(title, story)
  describe(title, () => {
    it('has a browser', () => {
      throw new Error('CI=true, and there is no Chromium')
    })
  })
}
