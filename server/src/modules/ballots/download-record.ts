import type { downloadRecord as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { writePdf } from '../../platform/pdf/write-pdf.ts'
import { getVisibleBallot, presentBallot } from './ballot.view.ts'
import { recordDocument } from './record.document.ts'

/** The procès-verbal to keep, as its reader may read it. @throws NOT_FOUND, BALLOT_NOT_CLOSED */
export const downloadRecord = async ({ viewer, input, now, locale }: Call<typeof endpoint>) => {
  const ballot = await presentBallot(await getVisibleBallot(viewer, input.ballotId), viewer, now)
  if (!ballot.outcome) throw new DomainError('BALLOT_NOT_CLOSED')
  return {
    name: `${locale === 'fr' ? 'proces-verbal' : 'record'}-${ballot.outcome.closedAt.slice(0, 10)}.pdf`,
    content: await writePdf(recordDocument(ballot, ballot.outcome, locale)),
  }
}
