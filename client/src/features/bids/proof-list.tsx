import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '@mutuo/shared/organisations/organisation.schema.ts'
import classes from './bids.module.css'

/** What is proven of a freelancer, and what is only declared. */
export const ProofList = ({ proofs }: { proofs: readonly Proof[] }) => {
  const { t } = useTranslation('bids')
  if (proofs.length === 0) return <span className="muted">{t('proofs.none')}</span>
  return (
    <ul className={classes['proofs']}>
      {proofs.map((proof) => (
        <li key={`${proof.kind}${proof.label}`}>
          {proof.isVerified ? (
            <IconCheck className="ico" aria-hidden="true" data-ok="" />
          ) : (
            <IconAlertTriangle className="ico" aria-hidden="true" />
          )}
          <span>
            {proof.kind === 'certificate' && `${proof.label}, `}
            {t(`proofs.${proof.kind}.${proof.isVerified ? 'verified' : 'declared'}`)}
            {proof.until && ` ${t('proofs.until', { on: proof.until })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
