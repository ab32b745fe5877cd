import type { Person } from '../person.ts'

/** Test cards of Stripe by what they do. */
export const cards = { good: '4242424242424242', refusedWhenCharged: '4000000000000341' } as const

export const joinNeed = async ({ page }: Person): Promise<void> => {
  await page
    .getByRole('link', { name: /^Moi aussi/ })
    .filter({ visible: true })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Fixez votre plafond' }).waitFor()
}

export const fillCap = ({ page }: Person, euros: number): Promise<void> =>
  page.getByLabel('Le plus que vous accepterez de payer').fill(String(euros))

/** The main action of a step: under the form, or in the phone's bar. */
export const goOn = ({ page }: Person): Promise<void> => page.getByRole('button', { name: 'Continuer' }).filter({ visible: true }).click()

/** Step 2, as it stands: what the firm promises is kept, and the card comes next. */
export const checkPledge = async (person: Person): Promise<void> => {
  await person.page.getByRole('heading', { level: 1, name: 'Vérifiez votre engagement' }).waitFor()
  await goOn(person)
  await person.page.getByRole('heading', { level: 1, name: 'Confirmez votre engagement' }).waitFor()
}

export const onlyIfAtLeast = async ({ page }: Person, firms: number): Promise<void> => {
  await page.getByRole('checkbox', { name: 'Nous sommes au moins' }).check()
  await page.getByLabel('Nombre minimum d’entreprises').fill(String(firms))
}

/** Consents, saves a card on Stripe's page and is back at the table. */
export const saveCardAndPledge = async (person: Person, card: string, picture?: string): Promise<void> => {
  const { page } = person
  await page.getByRole('checkbox', { name: /J’autorise le prélèvement/ }).check()
  await page.getByRole('button', { name: 'Enregistrer ma carte et m’engager' }).click()
  await fillCard(person, card, picture)
  await page.getByRole('button', { name: 'Enregistrer cette carte' }).click()
  await page.getByRole('heading', { level: 1, name: 'C’est fait, vous êtes autour de la table' }).waitFor()
}

/** Stripe's page, for a card to keep or a part to pay. */
export const fillCard = async (person: Person, card: string, picture?: string): Promise<void> => {
  const { page } = person
  await page.getByLabel('Numéro de carte').fill(card)
  await page.getByLabel('Expire fin').fill('12/34')
  await page.getByLabel('Cryptogramme').fill('123')
  await page.getByLabel('Nom sur la carte').fill(person.name)
  if (picture) await person.look(picture)
}

export const onlyIfAtMost = async ({ page }: Person, euros: number): Promise<void> => {
  await page.getByRole('checkbox', { name: 'Ma part ne dépasse pas' }).check()
  await page.getByLabel('Prix maximum de ma part').fill(String(euros))
}

export const onlyIfBefore = async ({ page }: Person, day: string): Promise<void> => {
  await page.getByRole('checkbox', { name: 'Le travail commence avant le' }).check()
  await page.getByLabel('Début avant le').fill(day)
}

/** A condition that nobody else can read. */
export const neverWith = async ({ page }: Person, firm: string): Promise<void> => {
  await page.getByRole('checkbox', { name: 'Cette entreprise n’en est pas' }).check()
  await page.getByLabel('Entreprise à écarter', { exact: true }).selectOption(firm)
}

export const onlyWithProof = async ({ page }: Person, proof: string): Promise<void> => {
  await page.getByRole('checkbox', { name: 'L’indépendant présente' }).check()
  await page.getByRole('checkbox', { name: proof }).check()
}
