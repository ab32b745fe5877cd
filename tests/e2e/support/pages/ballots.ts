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

export const castVote = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Déposer mon vote' }).filter({ visible: true }).first().click()
  await page.getByText('Vous avez voté le').waitFor()
}

export const closeVote = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Clore le vote' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clore le vote' }).click()
  await page.getByRole('heading', { level: 1, name: /^Offre choisie/ }).waitFor()
}
