import type { Person } from '../person.ts'
import type { Stage } from '../start-stage.ts'

const fillSignUp = async ({ page, name, password }: Person, email?: string): Promise<void> => {
  await page.getByLabel('Votre nom').fill(name)
  if (email) await page.getByLabel('Adresse de courriel').fill(email)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await page.getByRole('heading', { name: 'Regardez vos courriels' }).waitFor()
}

/** From the page that is open to the first page after signing in, by the letter that confirms the address. */
const confirmAndSignIn = async ({ page, email, password }: Person, stage: Stage): Promise<void> => {
  await page.goto(await stage.linkInLetter(email, 'accounts.confirm-email'))
  await page.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Se connecter' }).click()
  await page.getByLabel('Adresse de courriel').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** A new account, all the way from the home page. */
export const signUp = async (person: Person, stage: Stage): Promise<void> => {
  await person.goTo('/inscription')
  await fillSignUp(person, person.email)
  await confirmAndSignIn(person, stage)
}
