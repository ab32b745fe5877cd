import { towns, type OrganisationSaid } from './people.ts'

const address = (name: string) => `${name}@demo.mutuo.test`

const firm = (
  person: string,
  login: string,
  name: string,
  street: string,
  more: object,
  town: OrganisationSaid['town'] = towns.bayeux,
): OrganisationSaid => ({
  person,
  email: address(login),
  name,
  kind: 'sme',
  town,
  street,
  more: { units: 1, headcount: 4, ...more },
})

export const association: OrganisationSaid = {
  person: 'Claire Lecourt',
  email: address('claire'),
  name: 'Union commerciale de Bayeux',
  kind: 'association',
  town: towns.bayeux,
  street: '12 rue Saint-Jean',
  more: { phone: '02 61 91 04 12' },
}

export const bayeuxFirms: OrganisationSaid[] = [
  firm('Marc Lambert', 'fournil', 'Fournil Lambert', '3 rue Saint-Malo', { units: 2, headcount: 9 }),
  firm('Hélène Aubert', 'petales', 'Pétales & Fougères', '18 rue des Cuisiniers', {}),
  firm('Thomas Métayer', 'librairie', 'Librairie Métayer', '41 rue Saint-Martin', {}),
  firm('Karim Bensaïd', 'cave', 'La Cave du Parvis', '2 parvis Notre-Dame', {}),
  firm('Jeanne Tison', 'atelier', 'Atelier Tison', '7 rue Larcher', {}),
  firm('Paul Guérin', 'optique', 'Optique Guérin', '27 rue Saint-Malo', {}),
  firm('Lucie Hébert', 'hebert', 'Maison Hébert', '5 place Saint-Patrice', {}),
]

export const portFirms: OrganisationSaid[] = [
  firm('Yves Le Goff', 'poissonnerie', 'Poissonnerie Le Chalut', '4 quai Letourneur', {}, towns.port),
  firm('Nora Petit', 'creperie', 'Crêperie du Quai', '9 quai Félix-Faure', {}, towns.port),
  firm('Alice Roy', 'savonnerie', 'Savonnerie du Bessin', '14 rue du Nord', {}, towns.port),
  firm('Denis Marie', 'cycles', 'Cycles du Bessin', '31 route de Bayeux', {}, towns.port),
  firm('Sophie Blin', 'hotel', 'Hôtel de la Marée', '1 place Gaudin', {}, towns.port),
]

const freelancer = (person: string, login: string, name: string, town: OrganisationSaid['town'], more: object): OrganisationSaid => ({
  person,
  email: address(login),
  name,
  kind: 'freelancer',
  town,
  street: '1 rue des Jardins',
  more,
})

export const freelancers: OrganisationSaid[] = [
  freelancer('Inès Marchand', 'ines', 'Inès Marchand', towns.caen, {
    vatStatus: 'franchise',
    skills: ['local-seo', 'seo', 'reviews', 'training'],
    headline: 'Consultante en visibilité locale',
    presentation: 'Dix ans à aider les commerces de centre-ville à se faire trouver.',
    dayRateMinor: 42_000,
  }),
  freelancer('Hugo Delaunay', 'hugo', 'Hugo Delaunay', towns.bayeux, {
    skills: ['web-site', 'online-shop', 'local-seo', 'booking', 'cybersecurity'],
    headline: 'Développeur, sites et réservations',
    dayRateMinor: 38_000,
  }),
  freelancer('Camille Roussel', 'camille', 'Camille Roussel', towns.bayeux, {
    skills: ['online-shop', 'photo', 'copywriting', 'training'],
    headline: 'Boutiques en ligne pour commerçants',
    dayRateMinor: 40_000,
  }),
  freelancer('Maud Le Bris', 'embruns', 'Les Embruns', towns.cherbourg, {
    skills: ['web-site', 'local-seo', 'translation', 'online-shop', 'booking'],
    headline: 'Coopérative du numérique',
    dayRateMinor: 56_000,
  }),
  freelancer('Yann Kerbrat', 'yann', 'Yann Kerbrat', towns.caen, {
    skills: ['photo', 'video'],
    headline: 'Photographe de commerces',
    dayRateMinor: 45_000,
  }),
  freelancer('Sarah Dumas', 'sarah', 'Sarah Dumas', towns.caen, {
    skills: ['translation', 'copywriting', 'photo'],
    headline: 'Traductrice, anglais et allemand',
    dayRateMinor: 36_000,
  }),
]

export const colleague = { person: 'Léa Lambert', email: address('lea') }
export const administrator = { person: 'Alex Martin', email: address('admin') }
