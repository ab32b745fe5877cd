import type { Person } from '../person.ts'

type Kind = 'Entreprise' | 'Indépendant du numérique' | 'Association de commerçants'
export type Presented = {
  kind: Kind
  name: string
  street: string
  vat: string
  units?: number
  skills?: readonly string[]
  headline?: string
}

const nameLabels: Record<Kind, string> = {
  Entreprise: 'Nom de l’entreprise',
  'Indépendant du numérique': 'Nom de votre activité',
  'Association de commerçants': 'Nom de l’association',
}

export const chooseKind = async ({ page }: Person, kind: Kind): Promise<void> => {
  await page.getByRole('heading', { name: 'Pour qui agissez-vous' }).waitFor()
  await page.getByRole('radio', { name: kind }).check()
  await page.getByRole('button', { name: 'Continuer' }).click()
}

export const skipSiret = async ({ page }: Person): Promise<void> => {
  await page.getByRole('heading', { name: 'Quel est votre numéro SIRET' }).waitFor()
  await page.getByRole('button', { name: /Remplir à la main|Nous n’avons pas de SIRET/ }).click()
}

/** The register does not answer here: the form says so and goes on by hand. */
export const searchSiret = async ({ page }: Person, siret: string): Promise<void> => {
  await page.getByLabel('Numéro SIRET').fill(siret)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByText('Le répertoire ne répond pas').waitFor()
}

export const fillDetails = async ({ page }: Person, said: Presented): Promise<void> => {
  await page.getByRole('heading', { name: 'Vos coordonnées' }).waitFor()
  await page.getByLabel(nameLabels[said.kind]).fill(said.name)
  if (said.units) await page.getByLabel('Nombre de boutiques').fill(String(said.units))
  await page.getByLabel('Adresse', { exact: true }).fill(said.street)
  await chooseCommune({ page }, 'Commune', 'Saint-Étienne')
  await page.getByLabel('Code postal').selectOption('42000')
  await page.getByRole('radio', { name: said.vat, exact: true }).check()
  if (said.headline) await page.getByLabel('Ce que vous faites').fill(said.headline)
  for (const skill of said.skills ?? []) await chooseSkill({ page }, skill)
}

export const saveOrganisation = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'Enregistrer ma structure' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Vos coordonnées' }).waitFor()
}

/** Looks for a skill by its name and ticks it. */
export const chooseSkill = async ({ page }: Pick<Person, 'page'>, name: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Chercher une compétence' }).fill(name)
  await page.getByRole('checkbox', { name, exact: true }).check()
}

/** Types a commune's name and takes the first of the list. */
export const chooseCommune = async ({ page }: Pick<Person, 'page'>, label: string, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).fill(name)
  await page
    .getByRole('option', { name: new RegExp(`^${name} \\(`) })
    .first()
    .click()
}

export const presentOrganisation = async (person: Person, said: Presented): Promise<void> => {
  await chooseKind(person, said.kind)
  await skipSiret(person)
  await fillDetails(person, said)
  await saveOrganisation(person)
}
