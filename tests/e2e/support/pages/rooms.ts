import type { Person } from '../person.ts'

export const openRoom = async (person: Person, name: string | RegExp): Promise<void> => {
  await person.goTo('/salons')
  await person.page.getByRole('navigation', { name: 'Vos salons' }).getByRole('link', { name }).first().click()
  await person.page.getByRole('region', { name: 'Salon ouvert' }).waitFor()
}

export const say = async ({ page }: Person, text: string): Promise<void> => {
  await page.getByLabel(/^Écrire à/).fill(text)
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await reads({ page }, text)
}

export const reads = ({ page }: Pick<Person, 'page'>, text: string): Promise<void> =>
  page.getByRole('article').getByText(text).first().waitFor()
