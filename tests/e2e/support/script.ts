import type { Bid } from './pages/bids.ts'
import type { Group } from './pages/groups.ts'
import type { Need } from './pages/needs.ts'
import type { Presented } from './pages/organisations.ts'

const standard = { street: '12 rue Gambetta', vat: 'Assujettie à la TVA' } as const
const firm = { ...standard, kind: 'Entreprise' } as const
const freelancer = {
  kind: 'Indépendant du numérique',
  street: '8 cours Fauriel',
  skills: ['Référencement local'],
} as const

/** Three firms that hold six shops together. */
export const organisations = {
  association: {
    kind: 'Association de commerçants',
    name: 'Les Vitrines du Centre',
    street: '3 place Jean-Jaurès',
    vat: 'Non assujettie (association, collectivité)',
  },
  bakery: { ...firm, name: 'Boulangerie Perrin', units: 3 },
  florist: { ...firm, name: 'Fleurs du Clapier', units: 1 },
  bookshop: { ...firm, name: 'Librairie Roux', units: 2 },
  ines: { ...freelancer, name: 'Inès Morel', vat: 'Assujettie à la TVA', headline: 'Référencement local pour commerces de quartier' },
  hugo: {
    ...freelancer,
    name: 'Atelier Lambert',
    vat: 'Franchise en base, sans TVA (art. 293 B du CGI)',
    headline: 'Sites et fiches d’établissement',
  },
} satisfies Record<string, Presented>

export const group: Group = {
  name: 'Commerces du centre',
  description: 'Les boutiques du centre-ville achètent ensemble leurs compétences numériques.',
  charter: 'Chacun paie sa part, et rien de plus. Chacun répond dans les délais. Nous choisissons ensemble.',
}

const audit = 'Audit et plan commun'
const listing = 'Fiches d’établissement'

/** Six shops: 1 200 € by shops, and 150 € each firm. */
export const need: Need = {
  title: 'Référencement local de nos six boutiques',
  summary: 'Être trouvés en premier quand on cherche une boulangerie, un fleuriste ou une librairie à Saint-Étienne.',
  skill: 'Référencement local',
  common: {
    title: audit,
    description: 'Les mots que cherchent les clients, un plan de six mois partagé.',
    euros: 1200,
    shareKey: 'Nombre de boutiques',
  },
  own: { title: listing, description: 'Photos, horaires, réponses aux avis.', euros: 150 },
  minimum: 2,
  target: 3,
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Cheaper together: 1 380 € for two, 1 200 € for three. */
export const bidOfInes: Bid = {
  tiers: [
    { from: 2, commonEuros: 1380, perFirmEuros: 150 },
    { from: 3, commonEuros: 1200, perFirmEuros: 150 },
  ],
  milestones: [
    { lot: audit, title: 'Audit remis et présenté', percent: 60, due: dayIn(75) },
    { lot: audit, title: 'Plan de six mois', percent: 40, due: dayIn(90) },
    { lot: listing, title: 'Fiche en ligne', percent: 100, due: dayIn(100) },
  ],
  delivers: dayIn(110),
  letter: 'Bonjour à tous les trois. Je passerais une demi-journée dans chaque boutique, puis je vous présenterais un plan commun.',
}

export const bidOfHugo: Bid = {
  tiers: [{ from: 2, commonEuros: 1440, perFirmEuros: 160 }],
  milestones: [
    { lot: audit, title: 'Audit', percent: 100, due: dayIn(80) },
    { lot: listing, title: 'Fiches', percent: 100, due: dayIn(120) },
  ],
  delivers: dayIn(130),
  letter: 'Bonjour, voici mon offre : un audit à distance, puis vos fiches une à une.',
}

export const delivered = {
  milestone: 'Audit remis et présenté',
  note: 'L’audit de vos six boutiques, avec les dix mots que vos clients cherchent le plus.',
  link: { label: 'L’audit', url: 'https://exemple.test/audit' },
}
