import type { TFunction } from 'i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { spelled } from '../../platform/spelled.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { givenProxyOf } from './papers.ts'
import { bidsAtVote } from './vote-draft.ts'

/** The objections that wait for the reader's ruling. */
export const toRuleOn = ({ objections }: BallotView) => objections.filter(({ abilities }) => abilityFor(abilities, 'rule')?.allowed)

/** The first words say what the reader has to do, or what came out. */
export const titleOf = (ballot: BallotView, t: TFunction): string => {
  const { state, outcome, needTitle: need } = ballot
  if (state === 'void') return t('title.void', { need })
  if (state === 'held') {
    return t(toRuleOn(ballot).length > 0 ? 'title.rule.conflict' : 'title.held', { need })
  }
  if (state === 'open') {
    const proxy = givenProxyOf(ballot)
    if (proxy)
      return t(proxy.state === 'used' ? 'title.proxyUsed' : 'title.proxied', { name: proxy.holder?.name ?? t('proxy.aColleague'), need })
    if (ballot.myVote) return t('title.voted', { need })
    const count = bidsAtVote(ballot).length
    if (abilityFor(ballot.abilities, 'vote')?.allowed) return t(`title.${ballot.rules.method}`, { count, bids: spelled(count), need })
    const [objection] = toRuleOn(ballot)
    return t(objection ? `title.rule.${objection.kind}` : 'title.open', { need })
  }
  if (state === 'tied') return t(abilityFor(ballot.abilities, 'cast')?.allowed ? 'title.cast' : 'title.tied', { need })
  if (outcome?.verdict === 'chosen') {
    const chosen = outcome.bids.find((bid) => bid.isChosen)
    return t('title.chosen', { name: chosen?.freelancer.name ?? '' })
  }
  return t(outcome?.verdict === 'no_quorum' ? 'title.noQuorum' : 'title.none', { need })
}
