import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PledgePreview } from '@mutuo/shared/pledges/pledge.schema.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './pledges.module.css'

/** The reader's share, and whether it enters, for each number of firms. */
export const EffectTable = ({ preview: { points } }: { preview: PledgePreview }) => {
  const { t } = useTranslation('pledges')
  return (
    <DataTable
      caption={t('effect.caption')}
      head={[t('prices.firms'), { text: t('prices.share'), numeric: true }, { text: t('effect.youEnter'), numeric: true }]}
      rows={points.map(({ firms, myShareMinor, comesIn, isNow }) => ({
        key: String(firms),
        here: isNow,
        cells: [
          isNow ? t('effect.withYou', { firms }) : firms,
          <Money key="share" minor={myShareMinor} whole />,
          <span key="in" className={comesIn ? classes['yes'] : 'muted'}>
            {comesIn ? <IconCheck className="ico sm" aria-hidden="true" /> : <IconX className="ico sm" aria-hidden="true" />}{' '}
            {t(comesIn ? 'effect.yes' : 'effect.no')}
          </span>,
        ],
      }))}
    />
  )
}
