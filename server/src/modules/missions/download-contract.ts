import type { downloadContract as endpoint } from '@mutuo/shared/missions/contract.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { writePdf } from '../../platform/pdf/write-pdf.ts'
import { contractDocument } from './contract.document.ts'
import { presentContract } from './contract.view.ts'

/** The reader's copy of the contract, to keep. @throws NOT_FOUND */
export const downloadContract = async ({ viewer, input, locale }: Call<typeof endpoint>) => {
  const contract = await presentContract({ viewer, input, locale })
  return {
    name: `${locale === 'fr' ? 'contrat' : 'contract'}-${contract.drawnUpAt.slice(0, 10)}-v${contract.version}.pdf`,
    content: await writePdf(contractDocument(contract, locale)),
  }
}
