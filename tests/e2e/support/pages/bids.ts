import type { Person } from '../person.ts'

export type Tier = { from: number; commonEuros: number; perFirmEuros: number }
export type Bid = {
  tiers: Tier[]
  milestones: { lot: string; title: string; percent: number; due: string }[]
  delivers: string
  letter: string
}

/** The hosted page where a freelancer proves who it is; it ends back on the page it came from. */
export const openPayoutAccount = async (person: Person, picture?: string): Promise<void> => {
  const { page } = person
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click()
  await page.getByRole('heading', { name: 'Ouvrir votre compte de versement' }).waitFor()
  if (picture) await person.look(picture)
  await page.getByRole('radio', { name: 'Dossier complet' }).check()
  await page.getByRole('button', { name: 'Terminer' }).click()
  await page.getByText('Votre identité et votre IBAN sont vérifiés').waitFor()
}

export const fillBid = async ({ page }: Person, bid: Bid): Promise<void> => {
  for (const [at, tier] of bid.tiers.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Ajouter un palier' }).click()
    const row = page.getByRole('group', { name: `Palier ${at + 1}`, exact: true })
    await row.getByLabel('À partir de').fill(String(tier.from))
    await row.getByLabel('Lots communs, en tout').fill(String(tier.commonEuros))
    await row.getByLabel('Par entreprise').fill(String(tier.perFirmEuros))
  }
  const filled = new Map<string, number>()
  for (const milestone of bid.milestones) {
    const lot = page.getByRole('region', { name: milestone.lot })
    const at = filled.get(milestone.lot) ?? 0
    if (at > 0) await lot.getByRole('button', { name: 'Ajouter un jalon' }).click()
    const row = lot.getByRole('group').nth(at)
    await row.getByLabel('Ce qui est livré').fill(milestone.title)
    await row.getByLabel('Part du lot').fill(String(milestone.percent))
    await row.getByLabel('Échéance').fill(milestone.due)
    filled.set(milestone.lot, at + 1)
  }
  await page.getByLabel('Livraison').fill(bid.delivers)
  await page.getByLabel('Lettre au groupement').fill(bid.letter)
}

export const submitBid = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Déposer l’offre' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Déposer l’offre' }).click()
  await page.getByText('Votre offre est déposée').first().waitFor()
  await page.waitForURL(/\/offres\/[0-9a-f-]{36}$/)
}

/** Who leads the need asks for another day of delivery. */
export const askForDelivery = async ({ page }: Person, message: string, day: string): Promise<void> => {
  await page.getByRole('button', { name: 'Proposer d’autres conditions' }).click()
  await page.getByLabel('Votre message').fill(message)
  await page.getByLabel('Livraison').fill(day)
  await page.getByRole('button', { name: 'Envoyer la contre-offre' }).click()
  await page.getByRole('heading', { name: /^Contre-offre à/ }).waitFor()
}

/** The freelancer says on what condition. */
export const answerOtherwise = async (person: Person, message: string, condition: string, picture: string): Promise<void> => {
  const { page } = person
  await page.getByRole('button', { name: 'Répondre autrement' }).click()
  await page.getByLabel('Votre message').fill(message)
  await page.getByLabel('Votre condition').fill(condition)
  await person.look(picture)
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await page.getByText('Le groupement répond avant le').waitFor()
}

export const keepInSight = async ({ page }: Person, name: string): Promise<void> => {
  const keep = (isKept: boolean) =>
    page.getByRole('button', { name: new RegExp(`^Gard(?:er|ée).*${name}`), pressed: isKept }).filter({ visible: true })
  await keep(false).first().click()
  await keep(true).first().waitFor()
}
