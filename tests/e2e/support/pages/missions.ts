import type { Locator } from 'playwright-core'
import type { Person } from '../person.ts'
import { fillCard } from './pledges.ts'

export const openMission = async (person: Person): Promise<void> => {
  await person.goTo('/missions')
  await person.page
    .getByRole('main')
    .getByRole('link', { name: /Référencement local/ })
    .first()
    .click()
  await person.page.getByRole('heading', { name: 'Les jalons' }).waitFor()
}

export const milestone = ({ page }: Pick<Person, 'page'>, title: string): Locator =>
  page.getByRole('list', { name: 'Les jalons' }).getByRole('listitem').filter({ hasText: title }).first()

/** From the mission that waits for the firm's part to the page that says what happened. */
export const openUnpaidShare = async ({ page }: Person, due: string): Promise<void> => {
  await page
    .getByRole('link', { name: `Payer ${due}` })
    .filter({ visible: true })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Votre banque a refusé' }).waitFor()
}

/** With another card, on Stripe's page, and back. */
export const payWithAnotherCard = async (person: Person, due: string, card: string): Promise<void> => {
  const { page } = person
  await page.getByRole('button', { name: `Payer ${due} par carte` }).click()
  await fillCard(person, card, 'stripe-part')
  await page.getByRole('button', { name: `Payer ${due}` }).click()
  await page.getByRole('heading', { level: 1, name: 'Votre part est réglée' }).waitFor()
}

/** From the mission's page to the contract, and back; the person types the password again. */
export const acceptContract = async (person: Person): Promise<void> => {
  const { page, password } = person
  await page.getByRole('link', { name: 'Lire le contrat' }).click()
  await page.getByRole('button', { name: 'Accepter le contrat' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Votre mot de passe').fill(password)
  await dialog.getByRole('button', { name: 'Accepter le contrat' }).click()
  await page.getByText(`Accepté par ${person.name}`).waitFor()
}

export const deliver = async (person: Person, title: string, note: string, link: { label: string; url: string }): Promise<void> => {
  await milestone(person, title).getByRole('button', { name: 'Livrer ce jalon' }).click()
  const dialog = person.page.getByRole('dialog')
  await dialog.getByLabel('Ce que vous livrez').fill(note)
  await dialog.getByRole('button', { name: 'Ajouter un lien' }).click()
  await dialog.getByLabel(/ce que c’est/).fill(link.label)
  await dialog.getByLabel(/son adresse/).fill(link.url)
  await dialog.getByRole('button', { name: 'Livrer ce jalon' }).click()
  await dialog.waitFor({ state: 'detached' })
}

export const accept = async (person: Person, title: string): Promise<void> => {
  await milestone(person, title).getByRole('button', { name: 'Accepter', exact: true }).click()
  const dialog = person.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Accepter', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** « Où est l’argent aujourd’hui », in cents: the column of everybody, by the words of its lines. */
export const whereTheMoneyIs = async ({ page }: Person): Promise<Map<string, number>> => {
  const rows = page.getByRole('table', { name: 'Où est l’argent, état par état' }).locator('tbody tr, tfoot tr')
  const lines = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
  return new Map(lines.map(([place = '', all = '']) => [place.trim(), centsOf(all)]))
}

const centsOf = (euros: string): number => Math.round(Number(euros.replace(/[^\d,-]/g, '').replace(',', '.')) * 100)
