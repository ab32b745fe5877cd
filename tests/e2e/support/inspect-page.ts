import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const MOMENT_MS = 150
/** Until the server's own words have come in the other language. */
const WORDS_MS = 500

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }
const narrowest = { width: 320, height: 640 }

declare global {
  interface Window {
    settledSince: number | undefined
    axe: { run(where: Document, how: object): Promise<AxeResults> }
  }
}

/** A picture of the page at the person's own width in the folder `pictures`, and what axe and the narrowest phone find wrong with it. */
export const inspectPage = async (page: Page, name: string, pictures: string): Promise<string[]> => {
  const own = page.viewportSize() ?? desktop
  // A page that is not in front may be left without frames, and then its transitions never end.
  await page.bringToFront()
  await settle(page)
  const faults = [...(await axeFaults(page, name)), ...(await takePicture(page, name, pictures))]
  if (process.env.EVERY_LOOK === 'true') faults.push(...(await inEnglishAtNight(page, `${name}-en-dark`, pictures)))
  await page.setViewportSize(narrowest)
  faults.push(...(await overflow(page, name)))
  await page.setViewportSize(own)
  return faults
}

/** No skeleton, no loading bar and no transition any more, and none a moment later, when the next page has begun to come: pictures are of pages, not of their arrival. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    (momentMs) => {
      const isMoving = document
        .getAnimations()
        .some((each) => each.effect?.getComputedTiming().endTime !== Infinity && each.playState === 'running')
      const isComing =
        document.querySelector('h1') === null || document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') !== null
      const isThere = !isComing && !isMoving
      const since = isThere ? (window.settledSince ?? performance.now()) : undefined
      window.settledSince = since
      return since !== undefined && performance.now() - since > momentMs
    },
    MOMENT_MS,
    { polling: 50 },
  )
  await page.evaluate(() => {
    window.settledSince = undefined
    return document.fonts.ready.then(() => undefined)
  })
}

/** The same page as it stands, in English and dark; then French and light again. */
const inEnglishAtNight = async (page: Page, name: string, pictures: string): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const isEnglish = await speak(page, 'en')
  await settle(page)
  const faults = [...(await axeFaults(page, name)), ...(await takePicture(page, name, pictures))]
  if (isEnglish) await speak(page, 'fr')
  await page.emulateMedia({ colorScheme: 'light' })
  await settle(page)
  return faults
}

/** By the switch in the footer, also from under an open window. Says whether there is one. */
const speak = async (page: Page, locale: 'fr' | 'en'): Promise<boolean> => {
  const isThere = await page.evaluate((lang) => {
    const button = document.querySelector<HTMLButtonElement>(`button[lang=${lang}]`)
    button?.click()
    return button !== null
  }, locale)
  if (isThere) {
    await page.waitForFunction((lang) => document.documentElement.lang === lang, locale)
    await page.waitForTimeout(WORDS_MS)
  }
  return isThere
}

/** What the person saw when a scene failed. */
export const takeLastPicture = async (page: Page, name: string, pictures: string): Promise<void> => {
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `echec-${name}.png`), fullPage: true }).catch(() => undefined)
}

const takePicture = async (page: Page, name: string, pictures: string): Promise<string[]> => {
  const width = page.viewportSize()?.width ?? 0
  await mkdir(pictures, { recursive: true })
  await writeFile(join(pictures, `${name}-${width}.png`), await wholePage(page))
  return overflow(page, name)
}

/** As Playwright does it, but for the PNG, which need not be small. From the top, where what sticks to the window stands as it is drawn. */
const wholePage = async (page: Page): Promise<Buffer> => {
  await page.evaluate(() => scrollTo(0, 0))
  const chromium = await page.context().newCDPSession(page)
  const { cssContentSize: clip } = await chromium.send('Page.getLayoutMetrics')
  const how = { format: 'png', optimizeForSpeed: true, captureBeyondViewport: true, clip: { ...clip, scale: 1 } } as const
  const { data } = await chromium.send('Page.captureScreenshot', how)
  await chromium.detach()
  return Buffer.from(data, 'base64')
}

const axeFaults = async (page: Page, name: string): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  // The style sheets, which it would fetch once more, are for a rule on turned phones that is not of these standards.
  const how = { runOnly: STANDARDS, resultTypes: ['violations'], preload: { assets: ['media'] } }
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), how)
  return violations.map(
    ({ id, help, nodes }) =>
      `${name}: ${id} (${help})\n${nodes.map(({ html, target }) => `    ${target.join(' ')}  ${html.slice(0, 160)}`).join('\n')}`,
  )
}

const overflow = async (page: Page, name: string): Promise<string[]> => {
  const { scrolled, shown, culprits } = await page.evaluate(() => {
    const shown = document.documentElement.clientWidth
    const isScrolledApart = (element: Element): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement) if (getComputedStyle(at).overflowX !== 'visible') return true
      return false
    }
    const culprits = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > shown + 1 && !isScrolledApart(element))
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120))
    return { scrolled: document.documentElement.scrollWidth, shown, culprits }
  })
  return scrolled > shown ? [`${name}: ${scrolled} px wide at ${shown} px\n    ${culprits.join('\n    ')}`] : []
}
