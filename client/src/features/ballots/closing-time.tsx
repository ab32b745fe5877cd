import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { daysLeft } from '../../platform/format.ts'
import { useNow, When } from '../../ui/when.tsx'

/** When the vote closes, with its zone: the hour binds. */
export const ClosingTime = ({ at }: { at: string }) => {
  const { t } = useTranslation('ballots')
  const now = useNow()
  return (
    <>
      <IconClock className="ico" aria-hidden="true" />{' '}
      <strong>
        {t('closes')} <When at={at} weekday />, {t('paris')}
      </strong>{' '}
      {t('left', { count: daysLeft(at, now) })}
    </>
  )
}
