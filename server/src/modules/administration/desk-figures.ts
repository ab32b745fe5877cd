import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { isHeld } from '@mutuo/shared/ledger/accounts.ts'
import { sumMinor, timesMinor } from '@mutuo/shared/money/money.ts'
import type { EntryRecord } from '../ledger/index.ts'
import type { DeskFacts } from './desk-facts.ts'

const [thirtyDaysMs, dayMs, decisionsShown] = [30 * 24 * 3600 * 1000, 24 * 3600 * 1000, 3]

/** Four numbers with what they are made of, compared with thirty days ago. */
export const figuresOf = (facts: DeskFacts): AssociationDesk['figures'] => {
  const since = new Date(facts.now.getTime() - thirtyDaysMs)
  return {
    activeFirms: firmsOf(facts, since),
    savedMinor: savingsOf(facts, since),
    retainedMinor: retainedOf(facts, since),
    decisionDays: decisionsOf(facts),
    since: since.toISOString().slice(0, 10),
  }
}

const firmsOf = ({ memberships, groups }: DeskFacts, since: Date) => ({
  value: new Set(memberships.map((membership) => membership.firmId)).size,
  byGroup: groups.map((group) => memberships.filter((membership) => membership.groupId === group._id).length),
  delta: new Set(memberships.filter((membership) => membership.since > since).map((membership) => membership.firmId)).size,
})

/** Alone, each firm would have paid every common lot whole, and its own; together they paid the mission's price once. HT. */
const savingsOf = ({ missions, shares }: DeskFacts, since: Date) => {
  const of = (own: DeskFacts['missions']) => {
    const ids = new Set(own.map((mission) => mission._id))
    const theirs = shares.filter((share) => ids.has(share.missionId))
    const commonOf = (missionId: string) =>
      sumMinor(theirs.filter((share) => share.missionId === missionId).map((share) => share.commonNetMinor))
    const aloneMinor =
      sumMinor(own.map((mission) => timesMinor(commonOf(mission._id), mission.firmIds.length))) +
      sumMinor(theirs.map((share) => share.ownNetMinor))
    return { aloneMinor, paidMinor: sumMinor(own.map((mission) => mission.totalMinor)) }
  }
  const kept = missions.filter((mission) => mission.state !== 'cancelled')
  const [all, recent] = [of(kept), of(kept.filter((mission) => mission.awardedAt > since))]
  return { value: all.aloneMinor - all.paidMinor, ...all, deltaMinor: recent.aloneMinor - recent.paidMinor }
}

const retainedOf = ({ places, entries }: DeskFacts, since: Date) => {
  const recent = entries.filter((entry) => entry.at > since)
  const [inMinor, outMinor] = [sumMinor(recent.map((entry) => heldMove(entry, -1))), sumMinor(recent.map((entry) => heldMove(entry, 1)))]
  return { value: places.retainedMinor, inMinor, outMinor, deltaMinor: inMinor - outMinor }
}

/** What went into the retained funds (−1) or out of them (1). */
const heldMove = ({ lines }: EntryRecord, sign: 1 | -1) =>
  sumMinor(lines.filter((line) => isHeld(line.account) && Math.sign(line.amountMinor) === sign).map((line) => Math.abs(line.amountMinor)))

/** From the opening of the bids to the award, the last three. */
const decisionsOf = ({ needs, missions }: DeskFacts) => {
  const last = missions.slice(0, decisionsShown).flatMap((mission) => {
    const opened = needs.find((need) => need._id === mission.needId)?.history.findLast((line) => line.event === 'need.bidding_opened')?.at
    return opened ? [Math.max(1, Math.round((mission.awardedAt.getTime() - opened.getTime()) / dayMs))] : []
  })
  return { value: last.length > 0 ? Math.round(last.reduce((sum, days) => sum + days, 0) / last.length) : null, last }
}
