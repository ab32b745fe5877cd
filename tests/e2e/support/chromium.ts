import { type Browser, chromium } from 'playwright-core'
import { findOnPath } from '../../../scripts/steps/find-chromium.mjs'

/** What Playwright turns off itself, which a second list replaces; then the pages of the address bar, which Chromium loads twice for each of its windows. */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
]
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
  `--disable-features=${FEATURES_OFF.join()}`,
]

/** CHROMIUM_PATH, else one on PATH; undefined where there is none. */
export const chromiumPath = (): string | undefined => process.env.CHROMIUM_PATH ?? findOnPath()

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
