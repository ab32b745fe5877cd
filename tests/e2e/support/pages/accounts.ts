import type { Person } from '../person.ts'
import type { Stage } from '../start-stage.ts'

export const fillSignUp = async ({ page, name, email, password }: Person): Promise<void> => {
  await page.getByLabel('Votre nom').fill(name)
  await page.getByLabel('Adresse de courriel').fill(email)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await page.getByRole('heading', { name: 'Regardez vos courriels' }).waitFor()
}

/** By the letter that confirms the address, to the first page after signing in. */
export const confirmAndSignIn = async ({ page, email, password }: Person, stage: Stage): Promise<void> => {
  await page.goto(await stage.linkInLetter(email, 'accounts.confirm-email'))
  await page.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Se connecter' }).click()
  await page.getByLabel('Adresse de courriel').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

export const signUp = async (person: Person, stage: Stage): Promise<void> => {
  await person.goTo('/inscription')
  await fillSignUp(person)
  await confirmAndSignIn(person, stage)
}
