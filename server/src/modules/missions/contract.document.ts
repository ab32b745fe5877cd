import type { ContractParty, ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { formatEuros } from '@mutuo/shared/money/format.ts'
import type { Locale } from '../../platform/access/viewer.ts'
import type { PdfBlock, PdfContent } from '../../platform/pdf/pdf-blocks.ts'
import { contractWords, type ContractWords } from './contract.words.ts'

type Told = {
  contract: ContractView
  t: ContractWords
  euros: (amountMinor: number | undefined) => string
  day: (day: string) => string
  at: (instant: string) => string
}

/** The contract as its reader may read it: all that it tells comes from the reader's own copy. */
export const contractDocument = (contract: ContractView, locale: Locale): PdfContent => {
  const t = contractWords[locale]
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB'
  const days = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'long' })
  const instants = new Intl.DateTimeFormat(tag, { timeZone: 'Europe/Paris', dateStyle: 'long', timeStyle: 'short' })
  const told: Told = {
    contract,
    t,
    euros: (amountMinor) => (amountMinor === undefined ? t.notYours : formatEuros(amountMinor, locale)),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    at: (instant) => `${instants.format(new Date(instant))}, ${t.zone}`,
  }
  return {
    title: `${t.title} – ${contract.title}`,
    language: tag,
    author: contract.association.name,
    madeAt: new Date(contract.drawnUpAt),
    foot: `${contract.title.slice(0, 60)} · ${t.version(contract.version)} · ${contract.hash.slice(0, 16)}…`,
    pageOf: t.page,
    blocks: [...opening(told), ...work(told), ...prices(told), ...clauses(told), ...ending(told)],
  }
}

const opening = ({ contract, t, day, at, euros }: Told): PdfBlock[] => [
  { kind: 'heading', level: 1, text: t.title },
  { kind: 'paragraph', look: 'strong', text: contract.title },
  {
    kind: 'facts',
    rows: [
      {
        name: t.facts.version,
        value: contract.amendmentTurn ? t.amended(contract.version, contract.amendmentTurn) : String(contract.version),
      },
      { name: t.facts.drawnUp, value: at(contract.drawnUpAt) },
      { name: t.facts.group, value: `${contract.group} (${t.charter(contract.charterVersion)})` },
      { name: t.facts.dates, value: t.fromTo(day(contract.startsOn), day(contract.endsOn)) },
      { name: t.facts.price, value: t.net(euros(contract.totalMinor)) },
    ],
  },
  { kind: 'heading', level: 2, text: t.headings.parties },
  {
    kind: 'table',
    caption: t.captions.parties,
    head: [
      { text: t.columns.party, width: 0.3 },
      { text: t.columns.role, width: 0.18 },
      { text: t.columns.identity, width: 0.52 },
    ],
    rows: [contract.freelancer, contract.association, ...contract.firms].map((party) => [
      party.name,
      t.roles[party.role],
      identityOf(party),
    ]),
  },
]

const identityOf = ({ siret, address }: ContractParty) => (siret ? `SIRET ${siret}, ${address}` : address)

const work = ({ contract, t, day, euros }: Told): PdfBlock[] => [
  { kind: 'heading', level: 2, text: t.headings.work },
  {
    kind: 'list',
    items: contract.lots.map(({ kind, title, description }) => [`${title} (${t.lots[kind]})`, description].filter(Boolean).join(t.colon)),
  },
  {
    kind: 'table',
    caption: t.captions.milestones,
    head: [
      { text: t.columns.milestone, width: 0.4 },
      { text: t.columns.due, width: 0.2 },
      { text: t.columns.all, width: 0.2, numeric: true },
      { text: t.columns.mine, width: 0.2, numeric: true },
    ],
    rows: contract.milestones.map((milestone) => [
      `${milestone.position}. ${milestone.title}`,
      day(milestone.dueOn),
      euros(milestone.amountMinor),
      milestone.myAmountMinor === undefined ? '–' : euros(milestone.myAmountMinor),
    ]),
  },
  ...contract.milestones
    .filter(({ description }) => description !== '')
    .map(({ position, title, description }): PdfBlock => ({ kind: 'paragraph', text: `${position}. ${title}${t.colon}${description}` })),
]

const prices = ({ contract, t, euros }: Told): PdfBlock[] => {
  const mine = contract.shares.find(({ isMe }) => isMe)
  const isOpen = contract.shares.every(({ netMinor }) => netMinor !== undefined)
  return [
    { kind: 'heading', level: 2, text: t.headings.prices },
    ...(mine
      ? [
          {
            kind: 'facts',
            rows: [
              { name: t.share.net, value: euros(mine.netMinor) },
              { name: t.share.vat, value: euros(mine.vatMinor) },
              { name: t.share.gross, value: euros(mine.grossMinor) },
              { name: t.share.cap, value: euros(mine.capMinor) },
              { name: t.share.cover, value: euros(mine.coverMinor) },
            ],
          } as const,
        ]
      : []),
    ...(isOpen ? ([matrix({ contract, t, euros })] as const) : [{ kind: 'paragraph', look: 'muted', text: t.othersAreTheirs } as const]),
  ]
}

/** Milestones × shares, for whom every firm's amounts are open to. */
const matrix = ({ contract, t, euros }: Pick<Told, 'contract' | 't' | 'euros'>): PdfBlock => ({
  kind: 'table',
  caption: t.captions.shares,
  head: [
    { text: t.columns.firm, width: 0.28 },
    { text: t.columns.parts, width: 0.52 },
    { text: t.columns.share, width: 0.2, numeric: true },
  ],
  rows: contract.shares.map(({ firmId, name, netMinor }) => [
    name,
    contract.milestones
      .flatMap(({ position, parts }) =>
        (parts ?? []).filter((part) => part.firmId === firmId).map((part) => `${position}${t.colon}${euros(part.amountMinor)}`),
      )
      .join(', '),
    euros(netMinor),
  ]),
})

const clauses = ({ contract }: Told): PdfBlock[] =>
  contract.clauses.flatMap(({ title, paragraphs, items }): PdfBlock[] => [
    { kind: 'heading', level: 2, text: title },
    ...paragraphs.map((text): PdfBlock => ({ kind: 'paragraph', text })),
    ...(items ? [{ kind: 'list', items } as const] : []),
  ])

const ending = ({ contract, t, at }: Told): PdfBlock[] => [
  { kind: 'heading', level: 2, text: t.headings.acceptances },
  {
    kind: 'table',
    caption: t.captions.acceptances,
    head: [
      { text: t.columns.party, width: 0.34 },
      { text: t.columns.person, width: 0.28 },
      { text: t.columns.accepted, width: 0.38 },
    ],
    rows: [
      ...contract.acceptances.map(({ organisation, person, at: when }) => [organisation, person, at(when)]),
      ...contract.awaited.map(({ organisation }) => [organisation, '–', t.awaited]),
    ],
  },
  { kind: 'heading', level: 2, text: t.headings.hash },
  { kind: 'paragraph', look: 'muted', text: t.hashText },
  { kind: 'paragraph', look: 'code', text: contract.hash },
  { kind: 'paragraph', look: 'muted', text: t.copyHashText },
  { kind: 'paragraph', look: 'code', text: contract.copyHash },
]
