import type { Locator } from 'playwright-core'
import type { Person } from '../person.ts'

export type StepChange = { step: string; euros?: number; day?: string; text?: string }

export const openAmendments = async ({ page }: Person): Promise<void> => {
  await page.getByRole('link', { name: /^Avenant/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Les avenants' }).waitFor()
}

/** The form, filled; it is not sent yet. */
export const fillAmendment = async ({ page }: Person, reason: string, changes: StepChange[]): Promise<void> => {
  await page.getByRole('button', { name: 'Proposer un avenant' }).click()
  await page.getByLabel('Pourquoi ce changement').fill(reason)
  for (const { step, euros, day, text } of changes) {
    const fields = page.getByRole('group', { name: step, exact: true })
    if (text) await fields.getByLabel('Ce qui est livré').fill(text)
    if (day) await fields.getByLabel('Prévu le').fill(day)
    if (euros !== undefined) await fields.getByLabel('Prix, toutes les parts').fill(String(euros).replace('.', ','))
  }
}

export const amendment = ({ page }: Pick<Person, 'page'>, turn: number): Locator =>
  page.getByRole('region', { name: `Avenant ${turn}`, exact: true })
