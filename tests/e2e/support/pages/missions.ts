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

/** With another card, on Stripe's page, and back, where it says what is paid. */
export const payWithAnotherCard = async (person: Person, due: string, card: string, paid = 'Votre part est réglée'): Promise<void> => {
  const { page } = person
  await page.getByRole('button', { name: `Payer ${due} par carte` }).click()
  await fillCard(person, card, 'stripe-part')
  await page.getByRole('button', { name: `Payer ${due}` }).click()
  await page.getByRole('heading', { level: 1, name: paid }).waitFor()
}

/** From the mission's page to the contract, and back; the person types the password again. */
export const acceptContract = async (person: Person): Promise<void> => {
  const { page, password } = person
  await page.getByRole('link', { name: /^Contrat de mission/ }).click()
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

/** The mission's page, once its milestones are there. */
export const goToMission = async (person: Person, missionId: string): Promise<void> => {
  await person.goTo(`/missions/${missionId}`)
  await person.page.getByRole('list', { name: 'Les jalons' }).waitFor()
}

/** One after the other, as a list: each is one thing to see to. */
export const askForChanges = async ({ page }: Person, title: string, changes: string[]): Promise<void> => {
  await milestone({ page }, title).getByRole('button', { name: 'Demander une retouche' }).click()
  const dialog = page.getByRole('dialog')
  for (const [at, change] of changes.entries()) {
    if (at > 0) await dialog.getByRole('button', { name: 'Ajouter une ligne' }).click()
    await dialog.getByLabel(`Retouche ${at + 1}`, { exact: true }).fill(change)
  }
}

export const openContestation = async ({ page }: Person, title: string, reason: string): Promise<void> => {
  await milestone({ page }, title).getByRole('button', { name: 'Contester' }).click()
  await page.getByRole('dialog').getByLabel('Ce qui ne va pas').fill(reason)
}

/** Of the association; the firm that contests lifts its own. */
export const openSettlement = async ({ page }: Person, title: string, agreed: string): Promise<void> => {
  await milestone({ page }, title).getByRole('button', { name: 'Clore la médiation' }).click()
  await page.getByRole('dialog').getByLabel('Ce qui a été convenu').fill(agreed)
}

/** The act that an open window is about; it closes once it is done. */
export const confirm = async ({ page }: Person, act: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The same for an act that binds, which asks for the password again. */
export const confirmByPassword = async (person: Person, act: string): Promise<void> => {
  await person.page.getByRole('dialog').getByLabel('Votre mot de passe').fill(person.password)
  await confirm(person, act)
}
