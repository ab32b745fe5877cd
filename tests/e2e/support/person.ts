import type { Browser, Page } from 'playwright-core'
import { desktop, inspectPage, phone } from './inspect-page.ts'

export type Person = {
  name: string
  email: string
  password: string
  page: Page
  /** Is on this page next: within the site as by a link; from elsewhere, or where it is already, the page is loaded. */
  goTo(path: string): Promise<void>
  /** Waits until the page says so. */
  sees(text: string | RegExp): Promise<void>
  /** Inspects the page that is open and keeps its pictures under this name. */
  look(name: string): Promise<void>
  /** Runs `meanwhile` and fails if the page was loaded again before it ended. */
  staysHere(meanwhile: () => Promise<void>): Promise<void>
}

export type Device = 'phone' | 'desktop'
/** `cookie`: of a session that is open already, as a request sends it. */
export type Newcomer = { name: string; email: string; on: Device; cookie?: string }

/** Where pictures are kept, and who hears what is wrong. */
export type Notebook = { pictures: string; tell: (fault: string) => void }

/** Refusals that a page asks for on purpose: the browser notes each as an error. */
const EXPECTED = /status of (?:401|404|409|422)/

const cookiesOf = (cookie: string, url: string) =>
  cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }))

const isOtherPageOf = (to: URL, at: string): boolean =>
  URL.canParse(at) && new URL(at).origin === to.origin && new URL(at).pathname !== to.pathname

/** As one goes back and forth: the page stays, the router shows another. */
const moveWithin = async (page: Page, path: string): Promise<void> => {
  const title = await page.$('h1')
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await title?.waitForElementState('hidden')
}

/** A person with a browser context of their own. Whatever goes wrong on their pages is told to `tell`. */
export const openPerson = async (
  browser: Browser,
  baseURL: string,
  { name, email, on, cookie }: Newcomer,
  { pictures, tell }: Notebook,
): Promise<Person> => {
  const context = await browser.newContext({
    baseURL,
    viewport: on === 'phone' ? phone : desktop,
    hasTouch: on === 'phone',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  if (cookie) await context.addCookies(cookiesOf(cookie, baseURL))
  const page = await context.newPage()
  page.on('pageerror', (error) => tell(`${name}, ${page.url()}: ${error.message.split('\n')[0]}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) tell(`${name}, ${page.url()}: ${message.text().split('\n')[0]}`)
  })
  return {
    name,
    email,
    password: 'un vélo rouge attend la gare',
    page,
    goTo: async (path) => {
      const to = new URL(path, baseURL)
      if (isOtherPageOf(to, page.url())) await moveWithin(page, path)
      else await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    look: async (picture) => (await inspectPage(page, picture, pictures)).forEach(tell),
    staysHere: async (meanwhile) => {
      await page.evaluate(() => document.documentElement.setAttribute('data-stayed', ''))
      await meanwhile()
      if ((await page.locator('html[data-stayed]').count()) === 0) throw new Error(`${name}: the page was loaded again`)
    },
  }
}
