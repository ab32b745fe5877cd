import { useTranslation } from 'react-i18next'
import { castVote, getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { castProxyVote } from '@mutuo/shared/ballots/proxy.endpoints.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import type { Drafts, Paper } from './papers.ts'
import { paperFrom } from './vote-draft.ts'

/** Casts each paper by itself, one after the other: what was cast stays cast when the next one is refused. */
export const useCastPapers = (ballot: BallotView, onDone: () => void) => {
  const { t } = useTranslation('ballots')
  const invalidates = [keyOf(getBallot)]
  const own = useAct(castVote, { invalidates })
  const forAnother = useAct(castProxyVote, { invalidates })
  const cast = async (papers: readonly Paper[], drafts: Drafts) => {
    try {
      for (const { key, proxy } of papers) {
        const said = { ballotId: ballot.id, ...paperFrom(drafts[key]!, ballot) }
        if (proxy) await forAnother.mutateAsync({ ...said, proxyId: proxy.id })
        else await own.mutateAsync(said)
      }
      onDone()
      toastDone(t('paper.cast', { count: papers.length }))
    } catch (error) {
      toastProblem(error)
    }
  }
  return { cast, isPending: own.isPending || forAnother.isPending }
}
