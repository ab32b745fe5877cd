import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { outcomeReasonOf } from '@mutuo/shared/ballots/outcome.rules.ts'
import { formatBasisPoints } from '@mutuo/shared/money/format.ts'
import type { Locale } from '../../platform/access/viewer.ts'
import type { PdfBlock, PdfContent } from '../../platform/pdf/pdf-blocks.ts'
import { objectionLines, paperTable, proxyLines, votersTable, type Told } from './record-parts.ts'
import { recordTexts } from './record.texts.ts'

/** The procès-verbal as its reader may read it: all that it tells comes from the reader's own view of the ballot. */
export const recordDocument = (ballot: BallotView, outcome: BallotOutcome, locale: Locale): PdfContent => {
  const t = recordTexts[locale]
  const told: Told = { ballot, t, locale, at: instantIn(locale), bidName: (bidId) => nameIn(ballot, outcome, bidId) }
  return {
    title: `${t.title} – ${ballot.needTitle}`,
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    author: ballot.group.association,
    madeAt: new Date(outcome.closedAt),
    foot: `${ballot.needTitle.slice(0, 60)} · ${outcome.seal.slice(0, 16)}…`,
    pageOf: t.page,
    blocks: [...opening(told, outcome), ...result(told, outcome), ...middle(told), ...ending(told, outcome)],
  }
}

const opening = ({ ballot, t, locale, at }: Told, outcome: BallotOutcome): PdfBlock[] => {
  const { rules, group } = ballot
  const share = (bp: number) => formatBasisPoints(bp, locale)
  return [
    { kind: 'heading', level: 1, text: t.title },
    {
      kind: 'facts',
      rows: [
        { name: t.facts.need, value: ballot.needTitle },
        { name: t.facts.group, value: group.name },
        { name: t.facts.association, value: group.association },
        { name: t.facts.opened, value: at(ballot.opensAt) },
        { name: t.facts.closed, value: at(outcome.closedAt) },
        { name: t.facts.method, value: t.methods[rules.method] },
        { name: t.facts.quorum, value: t.quorum(share(rules.quorumHeadsBp), share(rules.quorumEurosBp)) },
        { name: t.facts.majority, value: t.majority(share(rules.majorityHeadsBp), share(rules.majorityEurosBp)) },
        { name: t.facts.secrecy, value: rules.isAnonymous ? t.anonymous : t.named },
      ],
    },
  ]
}

const result = (told: Told, outcome: BallotOutcome): PdfBlock[] => {
  const { t, bidName } = told
  const { voted } = outcome.euros
  return [
    { kind: 'heading', level: 2, text: t.headings.result },
    { kind: 'paragraph', look: 'strong', text: t.verdicts[outcome.verdict](outcome.chosenBidId ? bidName(outcome.chosenBidId) : '') },
    { kind: 'paragraph', text: t.took(outcome.heads.voted, outcome.heads.eligible, voted.fromPercent, voted.toPercent) },
    ...(outcome.castingReason ? [{ kind: 'paragraph', text: t.casting(outcome.castingReason) } as const] : []),
    resultTable(told, outcome),
    ...(outcome.duels.length > 0 ? [duelTable(told, outcome)] : []),
    ...(told.ballot.firstRound ? firstRound(told, told.ballot.firstRound) : []),
  ]
}

const firstRound = (told: Told, round: BallotOutcome): PdfBlock[] => [
  { kind: 'heading', level: 2, text: told.t.headings.firstRound },
  { kind: 'paragraph', text: `${told.at(round.closedAt)}. ${told.t.verdicts[round.verdict]('')}` },
  resultTable(told, round),
  ...(round.duels.length > 0 ? [duelTable(told, round)] : []),
]

const resultTable = ({ ballot, t, locale }: Told, outcome: BallotOutcome): PdfBlock => ({
  kind: 'table',
  caption: t.captions.result,
  head: [
    { text: t.columns.bid, width: 0.24 },
    { text: t.columns.result[ballot.rules.method], width: 0.12, numeric: true },
    { text: t.columns.firms, width: 0.16, numeric: true },
    { text: t.columns.euros, width: 0.16, numeric: true },
    { text: t.columns.verdict, width: 0.32 },
  ],
  rows: outcome.bids.map((bid) => [
    bid.freelancer.name,
    bid.result.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 2 }),
    t.of(bid.acceptedHeads, outcome.heads.eligible),
    t.band(bid.acceptedEuros.fromPercent, bid.acceptedEuros.toPercent),
    t.reason[outcomeReasonOf(bid, outcome)],
  ]),
})

const duelTable = ({ t, bidName }: Told, { duels }: BallotOutcome): PdfBlock => ({
  kind: 'table',
  caption: t.captions.duels,
  head: [
    { text: t.columns.duel, width: 0.5 },
    { text: t.columns.for, width: 0.25, numeric: true },
    { text: t.columns.against, width: 0.25, numeric: true },
  ],
  rows: duels.map(({ bidId, overBidId, heads, against }) => [`${bidName(bidId)} – ${bidName(overBidId)}`, String(heads), String(against)]),
})

const middle = (told: Told): PdfBlock[] => {
  const { ballot, t } = told
  return [
    { kind: 'heading', level: 2, text: t.headings.voters },
    votersTable(told),
    ...(ballot.proxies.length > 0
      ? ([
          { kind: 'heading', level: 2, text: t.headings.proxies },
          { kind: 'list', items: proxyLines(told) },
        ] as const)
      : []),
    ...(ballot.objections.length > 0
      ? ([
          { kind: 'heading', level: 2, text: t.headings.objections },
          { kind: 'list', items: objectionLines(told) },
        ] as const)
      : []),
  ]
}

const ending = (told: Told, outcome: BallotOutcome): PdfBlock[] => {
  const { ballot, t } = told
  const papers = paperTable(told)
  return [
    ...(outcome.reasons.length > 0
      ? ([
          { kind: 'heading', level: 2, text: t.headings.reasons },
          { kind: 'list', items: outcome.reasons.map(t.quoted) },
        ] as const)
      : []),
    ...(papers ? ([{ kind: 'heading', level: 2, text: t.headings.votes }, papers] as const) : []),
    { kind: 'heading', level: 2, text: t.headings.seal },
    { kind: 'paragraph', look: 'muted', text: t.sealText },
    { kind: 'paragraph', look: 'code', text: outcome.seal },
    ...(ballot.firstRound ? [{ kind: 'paragraph', look: 'code', text: t.firstSeal(ballot.firstRound.seal) } as const] : []),
  ]
}

const nameIn = ({ bids, firstRound: first }: BallotView, outcome: BallotOutcome, bidId: string) =>
  [...bids, ...outcome.bids, ...(first?.bids ?? [])].find((bid) => bid.bidId === bidId)?.freelancer.name ?? ''

const instantIn = (locale: Locale) => {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB'
  const format = new Intl.DateTimeFormat(tag, { timeZone: 'Europe/Paris', dateStyle: 'full', timeStyle: 'short' })
  const zone = locale === 'fr' ? 'heure de Paris' : 'Paris time'
  return (instant: string) => `${format.format(new Date(instant))}, ${zone}`
}
