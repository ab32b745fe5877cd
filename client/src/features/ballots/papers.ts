import type { BallotView, ProxyView, VotePaper } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { draftOf, lacksReason, missingOf, type VoteDraft } from './vote-draft.ts'

/** What one person fills in: its firm's own paper, and one for each firm whose proxy it holds. */
export type Paper = {
  key: string
  firm: OrganisationMark
  vote?: (VotePaper & { changedAt: string }) | undefined
  proxy?: ProxyView
}
export type Drafts = Record<string, VoteDraft>

export const papersOf = (ballot: BallotView): Paper[] => {
  const me = ballot.voters.find((voter) => voter.isMe)?.firm
  const held = ballot.proxies.filter((proxy) => abilityFor(proxy.abilities, 'vote')?.allowed)
  return [
    ...(me && abilityFor(ballot.abilities, 'vote')?.allowed ? [{ key: 'own', firm: me, vote: ballot.myVote }] : []),
    ...held.map((proxy) => ({ key: proxy.id, firm: proxy.giver, vote: proxy.vote, proxy })),
  ]
}

/** Changes with what has been cast, so that a draft of before is not taken for one of after. */
export const editionOf = (papers: readonly Paper[]): string => papers.map(({ key, vote }) => `${key} ${vote?.changedAt ?? ''}`).join(' ')

/** The proxy that the reader's firm gave and has not taken back. */
export const givenProxyOf = ({ proxies }: Pick<BallotView, 'proxies'>): ProxyView | undefined =>
  proxies.find(({ isMine, state }) => isMine && (state === 'given' || state === 'used'))

export const draftsOf = (ballot: BallotView, papers: readonly Paper[]): Drafts =>
  Object.fromEntries(papers.map(({ key, vote }) => [key, draftOf(ballot, vote)]))

export type Fault = { paper: Paper; missing: number }

/** The first paper that is begun and not whole. Another firm's that nobody has begun waits. */
export const faultIn = (ballot: BallotView, papers: readonly Paper[], drafts: Drafts): Fault | undefined => {
  for (const paper of papers) {
    const draft = drafts[paper.key]
    if (!draft || (paper.proxy && !isBegun(ballot, paper, draft))) continue
    const missing = missingOf(draft, ballot)
    if (missing > 0 || lacksReason(draft, ballot.rules.method)) return { paper, missing }
  }
  return undefined
}

/** Other firms' papers on which nothing has been said yet. */
export const papersThatWait = (ballot: BallotView, papers: readonly Paper[], drafts: Drafts): Paper[] =>
  papers.filter((paper) => paper.proxy && !paper.vote && !isBegun(ballot, paper, drafts[paper.key]))

/** The papers that say something new. A first own one always does: in a ranking, accepting nothing is an answer too. */
export const papersToCast = (ballot: BallotView, papers: readonly Paper[], drafts: Drafts): Paper[] => {
  const begun = papers.filter((paper) => isBegun(ballot, paper, drafts[paper.key]))
  const own = papers.filter(({ proxy, vote }) => !proxy && !vote)
  const cast = [...new Set([...own, ...begun])]
  return cast.length > 0 ? papers.filter((paper) => cast.includes(paper)) : papers.filter(({ proxy }) => !proxy)
}

const isBegun = (ballot: BallotView, { vote }: Paper, draft: VoteDraft | undefined): boolean =>
  JSON.stringify(draft) !== JSON.stringify(draftOf(ballot, vote))
