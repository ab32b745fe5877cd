import type { Person } from '../person.ts'
import type { Stage } from '../start-stage.ts'
import { fillSignUp, confirmAndSignIn } from './accounts.ts'
import { chooseCommune, presentOrganisation, type Presented } from './organisations.ts'

export type Group = { name: string; description: string; charter: string }

/** The charter and one rule are set; the other rules that the form proposes are kept. */
export const fillGroup = async ({ page }: Person, { name, description, charter }: Group): Promise<void> => {
  await page.getByLabel('Nom', { exact: true }).fill(name)
  await chooseCommune({ page }, 'Commune', 'Saint-Étienne')
  await page.getByLabel('En une phrase, pour qui et pourquoi').fill(description)
  await page.getByLabel('Ce que chaque entreprise signe').fill(charter)
  await page.getByLabel('Délai pour régler une carte refusée').selectOption('5 jours')
}

export const createGroup = async ({ page }: Person, { name }: Group): Promise<void> => {
  await page.getByRole('button', { name: 'Créer le groupement' }).filter({ visible: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

export const inviteByLetter = async ({ page }: Person, addresses: string[]): Promise<void> => {
  await page.getByLabel('Adresses électroniques').fill(addresses.join('\n'))
  await page.getByRole('button', { name: /^Envoyer/ }).click()
}

/** The link that the association hands out. */
export const readInviteLink = ({ page }: Person): Promise<string> => page.getByText(/^https?:\S+\/invitation\/\S+$/).innerText()

/** A shopkeeper without an account opens an invitation and comes back to it once signed up and presented. */
export const answerInvitation = async (person: Person, stage: Stage, address: string, firm: Presented): Promise<void> => {
  const { page } = person
  await page.goto(address)
  await page.getByRole('link', { name: 'Créer mon compte' }).click()
  await fillSignUp(person)
  await confirmAndSignIn(person, stage)
  await page.getByRole('link', { name: 'Présenter mon entreprise' }).click()
  await presentOrganisation(person, firm)
  await page.getByRole('heading', { level: 1, name: /^Rejoignez/ }).waitFor()
}

export const signCharterAndJoin = async ({ page }: Person, group: Group): Promise<void> => {
  await page.getByRole('checkbox', { name: /j’ai lu la charte et je la signe/ }).check()
  await page.getByRole('button', { name: `Rejoindre ${group.name}` }).click()
  await page.getByRole('heading', { level: 1, name: group.name, exact: true }).waitFor()
}
