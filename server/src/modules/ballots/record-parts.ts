import type { BallotView, VotePaper } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { PdfBlock } from '../../platform/pdf/pdf-blocks.ts'
import type { Locale } from '../../platform/access/viewer.ts'
import type { RecordTexts } from './record.texts.ts'

/** What the record's parts are told from: the reader's view, in the reader's language. */
export type Told = {
  ballot: BallotView
  t: RecordTexts
  locale: Locale
  at: (instant: string) => string
  bidName: (bidId: string) => string
}

/** Who voted, by whom and when, and who votes no longer. */
export const votersTable = ({ ballot, t, at }: Told): PdfBlock => {
  const partOf = (firmId: string, hasVoted: boolean) => {
    const traces = ballot.traces.filter(({ firm, round }) => firm.id === firmId && round === ballot.round)
    const acts = traces.flatMap((trace) => trace.acts.map(({ at: when, hand }) => `${t.hands[hand]}, ${at(when)}`))
    if (!hasVoted) return t.absent
    return acts.length > 0 ? acts.join(t.and) : t.hasVoted
  }
  return {
    kind: 'table',
    caption: t.captions.voters,
    head: [
      { text: t.columns.firm, width: 0.36 },
      { text: t.columns.part, width: 0.64 },
    ],
    rows: [
      ...ballot.voters.map(({ firm, hasVoted }) => [firm.name, partOf(firm.id, hasVoted)]),
      ...ballot.departures.map(({ firm, why, at: when, reason }) => [
        firm.name,
        reason ? t.why(`${t.left[why]} (${at(when)})`, reason) : `${t.left[why]} (${at(when)})`,
      ]),
    ],
  }
}

export const proxyLines = ({ ballot, t, at }: Told): string[] =>
  ballot.proxies.map(
    ({ giver, holder, state, givenAt }) => `${t.proxy(giver.name, holder?.name ?? t.colleague)}, ${at(givenAt)} (${t.proxyStates[state]})`,
  )

export const objectionLines = ({ ballot, t, at, bidName }: Told): string[] =>
  ballot.objections.map(({ firm, bidId, reason, raisedAt, reply, state, settled }) => {
    const said = `${t.objection(firm?.name ?? t.unnamed, bidName(bidId), reason)} ${at(raisedAt)}.`
    const answer = reply ? ` ${t.reply(bidName(bidId), reply.text)}` : ''
    const end = settled?.text ? t.why(t.objectionStates[state], settled.text) : t.objectionStates[state]
    return `${said}${answer} ${end}`
  })

/** The papers that the reader may read: its own, or all of them for the association of a vote that is not anonymous. */
export const paperTable = (told: Told): PdfBlock | null => {
  const { ballot, t } = told
  const readable = ballot.traces.flatMap(({ firm, round, vote }) => (vote ? [{ firm, round, vote }] : []))
  if (readable.length === 0) return null
  return {
    kind: 'table',
    caption: t.captions.votes,
    head: [
      { text: t.columns.firm, width: 0.3 },
      { text: t.columns.round, width: 0.1, numeric: true },
      { text: t.columns.paper, width: 0.6 },
    ],
    rows: readable.map(({ firm, round, vote }) => [firm.name, String(round), paperText(vote, told)]),
  }
}

const paperText = ({ abstains, choices, reason }: VotePaper, { ballot, t, bidName }: Told): string => {
  const { method } = ballot.rules
  const valueText = (value: number) => {
    if (method === 'approval' || method === 'consent') return t.values[method][value] ?? ''
    return method === 'ranked' && value === 0 ? t.values.none : String(value)
  }
  const said = abstains ? t.abstains : choices.map(({ bidId, value }) => t.value(bidName(bidId), valueText(value))).join(t.and)
  return reason ? `${said}. ${t.quoted(reason)}` : said
}
