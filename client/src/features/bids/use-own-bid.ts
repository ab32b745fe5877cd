import { useQueryClient } from '@tanstack/react-query'
import { compareBids, editBid, getBid, listMyBids, prepareBid, submitBid } from '@mutuo/shared/bids/bid.endpoints.ts'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { contentOf, type BidDraft } from './bid-draft.ts'

const concerned = [keyOf(compareBids), keyOf(getBid), keyOf(listMyBids), keyOf(getNeed)]

/** Saving a bid, and handing it in: what is typed is saved first, unless it is already. */
export const useOwnBid = (need: NeedView, own: BidView | undefined) => {
  const queries = useQueryClient()
  const prepare = useAct(prepareBid)
  const edit = useAct(editBid)
  const submit = useAct(submitBid)
  const save = async (draft: BidDraft): Promise<BidView> => {
    const content = contentOf(draft, need)
    if (!own) return prepare.mutateAsync({ id: draft.id, needId: need.id, ...content })
    const isSaved = own.state === 'draft' && JSON.stringify(sorted(own.content)) === JSON.stringify(sorted(content))
    return isSaved ? own : edit.mutateAsync({ bidId: own.id, version: own.version, ...content })
  }
  return {
    save,
    submit: ({ id, version }: BidView) => submit.mutateAsync({ bidId: id, version }),
    askAgain: () => Promise.all(concerned.map((queryKey) => queries.invalidateQueries({ queryKey }))),
    isPending: prepare.isPending || edit.isPending || submit.isPending,
  }
}

/** The same content whatever the order of its keys. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
