import type { Person } from '../person.ts'

export type Review = { stars: Record<string, number>; again: 'Oui' | 'Non'; text: string; isSigned?: boolean }

/** From the mission that is over. */
export const openReviews = async ({ page }: Person): Promise<void> => {
  await page.getByRole('link', { name: 'Donner mon avis' }).click()
  await page.getByRole('heading', { level: 1, name: /^Comment cela s’est-il passé/ }).waitFor()
}

export const fillReview = async ({ page }: Person, { stars, again, text, isSigned = false }: Review): Promise<void> => {
  for (const [criterion, count] of Object.entries(stars)) {
    // The radio itself is not drawn: its star is.
    const star = await page.getByRole('radio', { name: `${criterion} : ${count} étoile${count > 1 ? 's' : ''}` }).getAttribute('id')
    await page.locator(`label[for="${star}"]`).click()
  }
  await page.getByRole('radio', { name: again, exact: true }).check()
  await page.getByLabel(/^Ce qu’il faut en savoir/).fill(text)
  if (isSigned) await page.getByRole('checkbox', { name: 'Signer de notre nom' }).check()
}

export const sendReview = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Donner notre avis' }).click()
  await page.getByRole('region', { name: /^Votre avis sur/ }).waitFor()
}
