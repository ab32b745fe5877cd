import type { Pricing } from '../bids/pricing.ts'
import { byTimeOfPledge, type Candidate } from './candidate.ts'
import { greatestFixpoint } from './greatest-fixpoint.ts'

/**
 * The firms that step back because a firm that they exclude is in. One at a time by time of pledge, of two that exclude each other the later one, and the
 * fixpoint is taken again after each; who stepped back for a firm that is no longer in comes back. One deterministic answer (domain.md rule 1).
 */
export const steppingBack = (pricing: Pricing, candidates: readonly Candidate[]): Set<string> => {
  const out = new Set<string>()
  if (!candidates.some(excludesSomebody)) return out
  let members = greatestFixpoint(pricing, candidates)
  for (;;) {
    const next = firstToStepBack(members)
    if (!next) break
    out.add(next.firmId)
    members = greatestFixpoint(
      pricing,
      members.filter((member) => member !== next),
    )
  }
  return withoutThoseWhoComeBack(pricing, candidates, out, members)
}

const excludesSomebody = (candidate: Candidate) => (candidate.conditions.excludedFirmIds?.length ?? 0) > 0

const excludes = (candidate: Candidate, firmId: string) => candidate.conditions.excludedFirmIds?.includes(firmId) ?? false

const firstToStepBack = (members: readonly Candidate[]): Candidate | undefined => {
  const byId = new Map(members.map((member) => [member.firmId, member]))
  const mustYield = (member: Candidate) =>
    (member.conditions.excludedFirmIds ?? []).some((firmId) => {
      const other = byId.get(firmId)
      return other !== undefined && (!excludes(other, member.firmId) || byTimeOfPledge(other, member) < 0)
    })
  return members.filter(mustYield).sort(byTimeOfPledge)[0]
}

const withoutThoseWhoComeBack = (
  pricing: Pricing,
  candidates: readonly Candidate[],
  out: Set<string>,
  membersLeft: readonly Candidate[],
) => {
  let members = membersLeft
  const waiting = candidates.filter((candidate) => out.has(candidate.firmId)).sort(byTimeOfPledge)
  for (let i = 0; i < waiting.length; i++) {
    const candidate = waiting[i]!
    const isAtOdds = members.some((member) => excludes(candidate, member.firmId) || excludes(member, candidate.firmId))
    if (!out.has(candidate.firmId) || isAtOdds) continue
    const together = greatestFixpoint(
      pricing,
      candidates.filter((other) => other === candidate || !out.has(other.firmId)),
    )
    if (!together.includes(candidate) || firstToStepBack(together)) continue
    out.delete(candidate.firmId)
    members = together
    i = -1
  }
  return out
}
