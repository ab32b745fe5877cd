import type { BidComparison, BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { formatPlainEuros } from '@mutuo/shared/money/format.ts'
import type { Proof, ShownRating } from '@mutuo/shared/organisations/organisation.schema.ts'
import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../../platform/access/viewer.ts'

const texts = {
  fr: {
    freelancer: 'Indépendant',
    commune: 'Commune',
    state: 'État',
    states: {
      draft: 'Brouillon',
      submitted: 'Déposée',
      shortlisted: 'Gardée',
      chosen: 'Choisie',
      declined: 'Non retenue',
      withdrawn: 'Retirée',
    },
    mine: (firms: number) => `Votre prix HT à ${firms}`,
    gross: 'Vous payez TTC',
    total: (firms: number) => `Total du groupement HT à ${firms}`,
    vat: 'TVA',
    vatOf: { franchise: 'Non applicable (art. 293 B du CGI)', standard: '20\u00a0%', non_taxable: 'Non assujetti' },
    starts: 'Début du travail',
    delivers: 'Livraison',
    conditions: 'Conditions',
    milestones: 'Jalons HT',
    proofs: 'Preuves',
    reviews: 'Avis',
    rating: (average: string, count: number) => `${average} sur 5, ${count} avis`,
    tooFewReviews: 'moins de trois avis',
    proof: { siret: 'SIRET', liability_insurance: 'Assurance RC Pro', certificate: 'Certificat' },
    verified: 'vérifié',
    declared: 'pas encore vérifié',
    dayRate: 'Prix de la journée HT',
    version: 'Version',
    changedOn: 'Déposée le',
    sealed: 'scellée',
    impossible: 'impossible',
  },
  en: {
    freelancer: 'Freelancer',
    commune: 'Town',
    state: 'State',
    states: {
      draft: 'Draft',
      submitted: 'Submitted',
      shortlisted: 'Kept',
      chosen: 'Chosen',
      declined: 'Not chosen',
      withdrawn: 'Withdrawn',
    },
    mine: (firms: number) => `Your price excl. VAT with ${firms}`,
    gross: 'You pay incl. VAT',
    total: (firms: number) => `Group total excl. VAT with ${firms}`,
    vat: 'VAT',
    vatOf: { franchise: 'Not applicable (art. 293 B CGI)', standard: '20%', non_taxable: 'Not taxable' },
    starts: 'Work starts',
    delivers: 'Delivery',
    conditions: 'Conditions',
    milestones: 'Milestones excl. VAT',
    proofs: 'Proofs',
    reviews: 'Reviews',
    rating: (average: string, count: number) => `${average} out of 5, ${count} reviews`,
    tooFewReviews: 'fewer than three reviews',
    proof: { siret: 'SIRET', liability_insurance: 'Professional liability insurance', certificate: 'Certificate' },
    verified: 'verified',
    declared: 'not verified yet',
    dayRate: 'Day rate excl. VAT',
    version: 'Version',
    changedOn: 'Submitted on',
    sealed: 'sealed',
    impossible: 'impossible',
  },
}
type Texts = (typeof texts)['fr']

type Column = { header: string; cell: (bid: BidView) => string | number | null | undefined }

/** One line a bid, with a mark of order, semicolons and decimal commas as French spreadsheets expect; nothing in it is taken for a formula. */
export const bidTable = (comparison: BidComparison, locale: Locale): string => {
  const columns = columnsOf(comparison, texts[locale], locale)
  return stringify(
    comparison.items.map((bid) => columns.map(({ cell }) => cell(bid) ?? '')),
    { header: true, columns: columns.map(({ header }) => header), bom: true, delimiter: ';', escape_formulas: true },
  )
}

const columnsOf = ({ items, firms }: BidComparison, words: Texts, locale: Locale): Column[] => {
  const euros = (amountMinor: number | null | undefined) => (typeof amountMinor === 'number' ? formatPlainEuros(amountMinor, locale) : '')
  return [
    { header: words.freelancer, cell: ({ freelancer }) => freelancer.name },
    { header: words.commune, cell: ({ freelancer }) => freelancer.commune },
    { header: words.state, cell: ({ state, content }) => (content ? words.states[state] : words.sealed) },
    ...ownColumns(items, words, euros),
    { header: words.total(firms), cell: ({ totalMinor }) => euros(totalMinor) },
    { header: words.vat, cell: ({ freelancer }) => words.vatOf[freelancer.vatStatus] },
    { header: words.starts, cell: ({ content }) => content?.startsOn },
    { header: words.delivers, cell: ({ content }) => content?.deliversOn },
    { header: words.conditions, cell: ({ content }) => content?.conditions?.join(' · ') },
    { header: words.milestones, cell: ({ milestoneAmountsMinor }) => milestoneAmountsMinor?.map(euros).join(' + ') },
    { header: words.proofs, cell: ({ freelancer }) => freelancer.proofs.map((proof) => proofIn(proof, words)).join(' · ') },
    { header: words.reviews, cell: ({ freelancer }) => ratingIn(freelancer.rating, words, locale) },
    { header: words.dayRate, cell: ({ freelancer }) => euros(freelancer.dayRateMinor) },
    { header: words.version, cell: ({ latestVersion }) => latestVersion?.number },
    { header: words.changedOn, cell: ({ latestVersion }) => latestVersion?.at.slice(0, 10) },
  ]
}

/** Bids may be priced for other numbers of firms than their neighbours: each number has its column. */
const ownColumns = (items: readonly BidView[], words: Texts, euros: (amountMinor: number | null | undefined) => string): Column[] => {
  const counts = [...new Set(items.flatMap(({ mine }) => mine?.prices.map((price) => price.firms) ?? []))].sort((a, b) => a - b)
  if (counts.length === 0) return []
  const priceAt = (bid: BidView, count: number) => bid.mine?.prices.find((price) => price.firms === count)
  return [
    ...counts.map((count) => ({
      header: words.mine(count),
      cell: (bid: BidView) => (priceAt(bid, count)?.shareMinor === null ? words.impossible : euros(priceAt(bid, count)?.shareMinor)),
    })),
    { header: words.gross, cell: ({ mine }) => euros(mine?.grossMinor) },
  ]
}

const ratingIn = (rating: ShownRating | undefined, words: Texts, locale: Locale): string =>
  rating ? words.rating(rating.average.toLocaleString(locale), rating.reviews) : words.tooFewReviews

const proofIn = ({ kind, label, isVerified, until }: Proof, words: Texts): string =>
  [kind === 'certificate' ? label : words.proof[kind], isVerified ? words.verified : words.declared, until].filter(Boolean).join(', ')
