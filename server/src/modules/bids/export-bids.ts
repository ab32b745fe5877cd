import type { exportBids as endpoint } from '@mutuo/shared/bids/bid.endpoints.ts'
import type { FileAnswer } from '@mutuo/shared/http/file-answer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { needs } from '../needs/index.ts'
import { compareBids } from './bid.view.ts'
import { bidTable } from './bid-table.ts'

/** The comparison as a file: made from what this viewer reads on screen, so that it can hold no more. @throws NOT_FOUND */
export const exportBids = async ({ viewer, input, now, locale }: Call<typeof endpoint>): Promise<FileAnswer> => {
  const comparison = await compareBids(await needs.getVisible(viewer, input.needId), viewer, now)
  return { name: `${locale === 'fr' ? 'offres' : 'bids'}-${input.needId.slice(-12)}.csv`, content: bidTable(comparison, locale) }
}
