import type { Locator } from 'playwright-core'
import type { Person } from '../person.ts'
import { confirm } from './missions.ts'

/** From the need's page, whose table is closed. */
export const fillWaitingPlace = async ({ page }: Person, capEuros: number): Promise<void> => {
  await page.getByRole('button', { name: 'Me mettre sur la liste' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Le plus que je paierais').fill(String(capEuros))
  await dialog.getByRole('checkbox', { name: /J’accepte que ma carte enregistrée/ }).check()
}

/** From the notice that says so. */
export const openShareOffer = async (person: Person): Promise<void> => {
  const { page } = person
  await person.goTo('/notifications')
  await page
    .getByRole('link', { name: /vous est proposée/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Une part vous est proposée' }).waitFor()
}

export const takeShare = async ({ page }: Person): Promise<void> => {
  await page.getByRole('checkbox', { name: /J’accepte le prélèvement de/ }).check()
  await page.getByRole('button', { name: 'Prendre cette part' }).click()
  await page.getByRole('heading', { level: 1, name: 'Cette part est la vôtre' }).waitFor()
}

export const openMyShare = async ({ page }: Person): Promise<void> => {
  await page.getByRole('link', { name: 'Voir ma part' }).click()
  await page.getByRole('heading', { name: 'Me faire remplacer' }).waitFor()
}

export const proposeShareTo = async (person: Person, firm: string): Promise<void> => {
  const { page } = person
  await page.getByRole('combobox', { name: 'Quelle entreprise du groupement' }).click()
  await page.getByRole('option', { name: firm, exact: true }).click()
  await page.getByRole('button', { name: 'Lui proposer ma part' }).click()
  await page.getByRole('dialog').waitFor()
}

export const giveNotice = async (person: Person, why: string, picture: string): Promise<void> => {
  const { page } = person
  await page.getByRole('button', { name: 'Donner mon préavis' }).click()
  await page.getByRole('dialog').getByLabel('Pourquoi partez-vous').fill(why)
  await person.look(picture)
  await confirm(person, 'Donner mon préavis')
}

/** What the association reads of the shares to replace. */
export const toReplace = ({ page }: Pick<Person, 'page'>): Locator => page.getByRole('region', { name: 'Parts à remplacer' })
