import type { App } from '../app.ts'
import { anAssociation, aGroupOf, enrol, founders, type Group, type Persona } from '../personas.ts'
import type { GroupInput } from './group.ts'
import { dayIn, type NeedInput } from './need.ts'

/** Firms of one street, for stories that are looked at. */
const firms = [
  { name: 'Boulangerie Perrin', person: 'Claire Perrin' },
  { name: 'Fleurs du Clapier', person: 'Karim Haddad' },
  { name: 'Librairie Roux', person: 'Jean Roux' },
  { name: 'Optique Vial', person: 'Sophie Vial' },
  { name: 'Cave des Halles', person: 'Paul Meyer' },
  { name: 'Atelier Tissot', person: 'Nadia Tissot' },
  { name: 'Fromagerie Chapuis', person: 'Luc Chapuis' },
  { name: 'Épicerie Badiane', person: 'Awa Badiane' },
  { name: 'Chaussures Morand', person: 'Élise Morand' },
  { name: 'Bijouterie Delorme', person: 'Henri Delorme' },
]

const freelancers = [
  { name: 'Inès Morel', person: 'Inès Morel', headline: 'Référencement local pour commerces de quartier' },
  { name: 'Hugo Lambert', person: 'Hugo Lambert', headline: 'Sites et fiches d’établissement' },
  { name: 'Les Embruns', person: 'Maëlle Kerouanton', headline: 'Coopérative de trois spécialistes' },
]

export const aGroupOfTheStreet = async (app: App, count: number, said: Partial<GroupInput> = {}): Promise<Group> => {
  const [association, owners] = await Promise.all([anAssociation(app), founders(app, 'sme', firms.slice(0, count))])
  const { id } = await aGroupOf(association, said)
  await enrol(id, owners)
  await app.drain()
  return { id, association, owners }
}

export const namedFreelancers = (app: App, count: number): Promise<Persona[]> => founders(app, 'freelancer', freelancers.slice(0, count))

/** Deadlines at six in the evening, as the form of a need sets them. */
export const calendar = (): Pick<NeedInput, 'gatheringClosesAt' | 'bidsCloseAt' | 'voteClosesAt' | 'startsOn'> => {
  const eveningIn = (days: number) => `${dayIn(days)}T17:00:00.000Z`
  return { gatheringClosesAt: eveningIn(9), bidsCloseAt: eveningIn(14), voteClosesAt: eveningIn(21), startsOn: dayIn(60) }
}
