import type { Person } from '../person.ts'
import { chooseCommune, chooseSkill } from './organisations.ts'

export type Lot = { title: string; description?: string; euros: number; shareKey?: string }
export type Need = { title: string; summary: string; skill: string; common: Lot; own: Lot; minimum: number; target: number }

/** Step 1: what is wanted, of whom, where, and in which parts. */
export const fillWhat = async ({ page }: Person, need: Need): Promise<void> => {
  await page.getByLabel('En une phrase, que voulez-vous').fill(need.title)
  await page.getByLabel('Le contexte').fill(need.summary)
  await chooseCommune({ page }, 'Pour quelle commune ?', 'Saint-Étienne')
  await chooseSkill({ page }, need.skill)
  await fillLot(page, 1, need.common, 'Prix visé, pour tous')
  await page.getByRole('button', { name: 'Ajouter un lot propre' }).click()
  await fillLot(page, 2, need.own, 'Prix visé, par entreprise')
}

const fillLot = async (page: Person['page'], number: number, lot: Lot, priceLabel: string): Promise<void> => {
  const part = page.getByRole('group', { name: `Lot ${number}` })
  await part.getByLabel('Nom du lot').fill(lot.title)
  if (lot.description) await part.getByLabel('Ce qu’il comprend').fill(lot.description)
  await part.getByLabel(priceLabel).fill(String(lot.euros))
  if (lot.shareKey) await part.getByLabel('Clé de répartition').selectOption(lot.shareKey)
}

/** Step 2: from how many firms, for how many. The dates that the form proposes are kept. */
export const fillNumbers = async ({ page }: Person, { minimum, target }: Need): Promise<void> => {
  await page.getByLabel('Minimum', { exact: true }).fill(String(minimum))
  await page.getByLabel('Objectif', { exact: true }).fill(String(target))
}

export const nextStep = ({ page }: Person): Promise<void> => page.getByRole('button', { name: 'Continuer' }).click()

/** Asks for a move of the need and confirms it in its window. */
export const moveNeed = async ({ page }: Person, move: string): Promise<void> => {
  await page.getByRole('button', { name: move, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: move, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** From the list of needs, as anybody finds it. */
export const findNeed = async (person: Person, title: string): Promise<void> => {
  await person.goTo('/besoins')
  await person.page.getByRole('link', { name: title }).first().click()
  await person.page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Puts the dates off by the week that the window proposes. */
export const extendNeed = async (person: Person, picture?: string): Promise<void> => {
  const move = 'Repousser les dates'
  const { page } = person
  await page.getByRole('button', { name: move, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: move, exact: true }).waitFor()
  if (picture) await person.look(picture)
  await dialog.getByRole('button', { name: move, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
