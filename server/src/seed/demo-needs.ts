import { towns } from './people.ts'
import type { NeedSaid } from './demo-steps.ts'

const bayeux = { communeCode: towns.bayeux.communeCode }
const port = { communeCode: towns.port.communeCode }

export const sharedShop: NeedSaid = {
  ...bayeux,
  title: 'Une boutique en ligne commune, avec retrait en magasin',
  summary: 'Un seul catalogue pour nos boutiques, à commander le soir et à retirer le lendemain.',
  skills: ['online-shop', 'photo'],
  lots: [
    {
      kind: 'common',
      title: 'Le catalogue en ligne',
      description: 'Maquette, mise en ligne, paiement, horaires de retrait.',
      targetMinor: 360_000,
    },
    {
      kind: 'own',
      title: 'Vos produits',
      description: 'Photos et fiches de vos produits. Chaque boutique valide les siennes.',
      targetMinor: 24_000,
    },
  ],
  minFirms: 4,
  targetFirms: 6,
}

export const beFound: NeedSaid = {
  ...bayeux,
  title: 'Être trouvés en premier quand on cherche une boulangerie, un fleuriste, un caviste à Bayeux',
  summary: 'Référencement local de nos boutiques : un plan commun, des fiches d’établissement soignées, un suivi partagé.',
  skills: ['local-seo', 'reviews'],
  lots: [
    {
      kind: 'common',
      title: 'Audit et plan commun',
      description: 'Une journée d’atelier, les mots que cherchent les clients, un plan de six mois partagé.',
      targetMinor: 240_000,
    },
    {
      kind: 'own',
      title: 'Fiches d’établissement',
      description: 'Photos, horaires, catégories, réponses aux avis. Chaque boutique règle et valide la sienne.',
      targetMinor: 24_000,
    },
  ],
  minFirms: 6,
  targetFirms: 8,
}

export const windows: NeedSaid = {
  ...bayeux,
  title: 'Photos de nos vitrines avant Noël',
  summary: 'Une matinée de prises de vue pour chaque rue, des images utilisables partout.',
  skills: ['photo'],
  lots: [{ kind: 'common', title: 'Prises de vue et retouches', description: 'Vingt images par boutique.', targetMinor: 120_000 }],
  minFirms: 3,
  targetFirms: 6,
}

export const booking: NeedSaid = {
  ...port,
  title: 'Prise de rendez-vous et réservation en ligne',
  summary: 'Un outil commun, réglé pour chacun, et deux heures pour l’apprendre.',
  skills: ['booking', 'training'],
  lots: [
    { kind: 'common', title: 'Choix et réglage de l’outil', description: '', targetMinor: 150_000 },
    { kind: 'own', title: 'Votre mise en route', description: '', targetMinor: 12_000 },
  ],
  minFirms: 3,
  targetFirms: 5,
}

export const menus: NeedSaid = {
  ...port,
  title: 'Menus et étiquettes en trois langues pour l’été',
  summary: 'Français, anglais, allemand : traduits, relus, prêts à imprimer.',
  skills: ['translation'],
  lots: [{ kind: 'common', title: 'Traduction et relecture', description: '', targetMinor: 132_000 }],
  minFirms: 3,
  targetFirms: 5,
}

export const newsletter: NeedSaid = {
  ...port,
  title: 'Une lettre mensuelle à nos clients',
  summary: 'Un modèle commun et trois premiers envois.',
  skills: ['copywriting', 'emailing'],
  lots: [{ kind: 'common', title: 'Modèle et trois envois', description: '', targetMinor: 90_000 }],
  minFirms: 2,
  targetFirms: 5,
}

export const cards: NeedSaid = {
  ...bayeux,
  title: 'Nos fiches produits en anglais',
  summary: 'Trente fiches par boutique, pour les visiteurs de l’été.',
  skills: ['translation'],
  lots: [{ kind: 'common', title: 'Traduction des fiches', description: '', targetMinor: 96_000 }],
  minFirms: 3,
  targetFirms: 4,
}

const small = (title: string, skills: string[], where: object, more: Partial<NeedSaid> = {}): NeedSaid => ({
  communeCode: towns.bayeux.communeCode,
  ...where,
  title,
  summary: 'À préciser ensemble au fil des arrivées.',
  skills,
  lots: [{ kind: 'common', title: 'La prestation', description: '', targetMinor: 150_000 }],
  minFirms: 3,
  targetFirms: 6,
  ...more,
})

export const backups = small('Des sauvegardes qui marchent le jour où il faut', ['cybersecurity'], port)
export const videos = small('De courtes vidéos qui montrent nos métiers', ['video'], bayeux)
export const till = small('Relier la caisse et le stock', ['point-of-sale', 'stock'], bayeux, { gathersDays: 5 })
export const signs = small('Refaire nos enseignes et nos affiches', ['graphic-design'], bayeux)
