import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type RunningTestApp, testApp } from '../../support/app.ts'
import { openChromium } from './chromium.ts'
import { takeLastPicture } from './inspect-page.ts'
import { type Device, type Newcomer, openPerson, type Person } from './person.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import type { Persona } from '../../support/personas.ts'
import { skippingDays } from '../../support/skip-days.ts'

export type Stage = {
  app: RunningTestApp
  /** What axe, the narrowest phone and the browsers' consoles found so far. */
  faults: string[]
  enter(newcomer: Newcomer): Promise<Person>
  /** Who has signed in already, as the builders make them, now before a screen. */
  seat(persona: Persona, on: Device): Promise<Person>
  /** Days pass at once, on the server and on every open page, with the jobs that fall due. */
  skipDays(days: number): Promise<void>
  /** The address in the last letter of a kind to a person, once it is there. */
  linkInLetter(to: string, template: string): Promise<string>
  /** One step of the story. Once one has failed the rest cannot be played. */
  scene(title: string, play: () => Promise<void>): void
}

/** For a machine that does much else besides. */
const PATIENCE_MS = 180_000
const CLIENT = process.env.CLIENT_DIR ?? 'client/dist'

/**
 * The real server with the built client, Stripe's pages and a database of its own, and a browser: for the top of a describe. Pictures go to a folder of
 * reports/ called `story`.
 */
export const startStage = (story: string): Stage => {
  const pictures = join('reports', story)
  let browser: Browser
  let failed: string | undefined
  const people: Person[] = []
  const faults: string[] = []
  const app = testApp({ stripe: true, environment: { CLIENT_DIR: CLIENT } })
  beforeAll(async () => {
    if (!existsSync(join(CLIENT, 'index.html'))) throw new Error(`${CLIENT} holds no page: build the client first (npm run build:client)`)
    await rm(pictures, { recursive: true, force: true })
    browser = await openChromium()
  }, 60_000)
  afterAll(() => browser?.close())

  const skipDays = skippingDays(app)
  let isLater = false
  const tellTime = async ({ page }: Person): Promise<void> => {
    if (isLater) await page.clock.setSystemTime(now())
  }

  const enter = async (newcomer: Newcomer): Promise<Person> => {
    const person = await openPerson(browser, app.url, newcomer, { pictures, tell: (fault) => faults.push(fault) })
    people.push(person)
    await tellTime(person)
    return person
  }

  return {
    app,
    faults,
    enter,
    seat: async (persona, on) => {
      const { name, email, password } = persona
      return Object.assign(await enter({ name, email, on, cookie: persona.cookie() }), { password })
    },
    skipDays: async (days) => {
      await skipDays(days)
      isLater = true
      await Promise.all(people.map(tellTime))
    },
    linkInLetter: (to, template) => linkInLetter(app, to, template),
    scene: (title, play) =>
      it(
        title,
        async () => {
          if (failed) throw stopped(failed)
          try {
            await play()
          } catch (error) {
            failed = title
            await Promise.all(people.map((person) => takeLastPicture(person.page, person.email.split('@')[0] ?? 'personne', pictures)))
            throw error
          }
        },
        PATIENCE_MS,
      ),
  }
}

/** One line a scene, without the stack that would hide where the story stopped. */
const stopped = (scene: string): Error => Object.assign(new Error(), { stack: `not played: the story stopped at "${scene}"` })

const linkInLetter = async (app: RunningTestApp, to: string, template: string): Promise<string> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const letter = (await app.mails()).findLast((mail) => mail.to === to && mail.template === template)
    const link = letter && /https?:\/\/\S+/.exec(letter.text)?.[0]
    if (link) return link
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no letter ${template} came to ${to}`)
}
