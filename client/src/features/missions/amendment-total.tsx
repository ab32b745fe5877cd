import { useTranslation } from 'react-i18next'
import type { AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { money } from '../../platform/format.ts'

/** What the mission costs before and after an amendment. */
export const AmendmentTotal = ({ total: { beforeMinor, afterMinor } }: { total: NonNullable<AmendmentView['total']> }) => {
  const { t } = useTranslation('contract')
  return (
    <p>
      <b>
        {beforeMinor === afterMinor
          ? t('amendment.samePrice', { amount: money(afterMinor) })
          : t('amendment.price', { before: money(beforeMinor), after: money(afterMinor) })}
      </b>
    </p>
  )
}
