import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { ProofList } from './proof-list.tsx'

/** On the phone the insurance decides before one unfolds the rest. */
export const InsuranceLine = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  const insurance = bid.freelancer.proofs.filter(({ kind }) => kind === 'liability_insurance')
  return insurance.length > 0 ? <ProofList proofs={insurance} /> : <span className="muted">{t('proofs.noInsurance')}</span>
}
