import type { Person } from '../person.ts'

/** A score from 0 to 5 for each bid, by the name of its freelancer. */
export const score = async ({ page }: Person, scores: Record<string, number>): Promise<void> => {
  for (const [name, value] of Object.entries(scores)) {
    await page
      .getByRole('radiogroup', { name: new RegExp(`Votre note.*${name}`) })
      .getByRole('radio', { name: String(value), exact: true })
      .check()
  }
}

/** Moves the named bids to the top of a paper, in this order; the line under which nothing is accepted comes after them. */
export const rank = async ({ page }: Pick<Person, 'page'>, paper: string | RegExp, names: string[]): Promise<void> => {
  const list = page.getByRole('list', { name: paper })
  for (const [place, name] of names.entries()) {
    const lines = await list.getByRole('listitem').allInnerTexts()
    const up = list.getByRole('button', { name: `Monter : ${name}` })
    for (let at = lines.findIndex((line) => line.includes(name)); at > place; at -= 1) await up.click()
  }
}

export const copyRanking = ({ page }: Person, firm: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^Recopier mon classement.*${firm}`) }).click()

export const acceptNone = ({ page }: Person, firm: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^N’en accepter aucune.*${firm}`) }).click()

export const giveProxy = async ({ page }: Person, to: string, wish: string): Promise<void> => {
  await page.getByRole('button', { name: 'Donner procuration' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Qui votera pour vous').selectOption(to)
  await dialog.getByLabel('Votre consigne, si vous le voulez').fill(wish)
  await dialog.getByRole('button', { name: 'Donner procuration' }).click()
  await page.getByRole('heading', { name: `${to} votera pour vous` }).waitFor()
}

export const reportConflict = async ({ page }: Person, bid: string, reason: string): Promise<void> => {
  await page.getByRole('button', { name: 'Signaler un conflit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sur quelle offre').selectOption(bid)
  await dialog.getByLabel('Votre raison').fill(reason)
  await dialog.getByRole('button', { name: 'Signaler un conflit' }).click()
  await dialog.waitFor({ state: 'detached' })
}

export const dismissObjection = async (person: Person, reason: string, picture: string): Promise<void> => {
  const { page } = person
  await page.getByRole('button', { name: 'Trancher' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Écarter l’objection/ }).check()
  await dialog.getByLabel('Vos raisons').fill(reason)
  await person.look(picture)
  await dialog.getByRole('button', { name: 'Trancher' }).click()
  await dialog.waitFor({ state: 'detached' })
}

export const castVote = async ({ page }: Person): Promise<void> => {
  await page
    .getByRole('button', { name: /^Déposer (?:mon vote|les .* votes)/ })
    .filter({ visible: true })
    .first()
    .click()
  await page.getByText('Vous avez voté le').waitFor()
}

/** `outcome`: how the title of the page begins afterwards. */
export const closeVote = async ({ page }: Person, outcome: RegExp = /^Offre choisie/): Promise<void> => {
  await page.getByRole('button', { name: 'Clore le vote' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clore le vote' }).click()
  await page.getByRole('heading', { level: 1, name: outcome }).waitFor()
}
