import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Pile } from '../../ui/firm-mark.tsx'
import classes from './missions.module.css'
import { useWhoPaysRows } from './use-who-pays-rows.tsx'

/** Common lots by firm: the reader's own line, the others together, a total that is exact. No rival's amount is ever shown. */
export const WhoPays = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const { my, whoPays, firms } = mission
  const rows = useWhoPaysRows(whoPays)
  const mine = whoPays.rows.find((row) => row.isMe)
  return (
    <Card id="qui-paie-quoi" aria-labelledby="who-pays">
      <CardHead id="who-pays" title={t('whoPays.title')} />
      {my && mine?.commonMinor !== undefined && (
        <p>
          <strong>{t('whoPays.mine', { amount: money(mine.commonMinor) })}</strong> {t(mine.isPaid ? 'whoPays.paid' : 'whoPays.notPaid')}
        </p>
      )}
      <p className="row">
        <Pile marks={firms} /> {t('whoPays.count', { count: whoPays.paidFirms, total: whoPays.firms })}
      </p>
      {rows.length > 1 ? (
        <>
          <div className={classes['shares']}>
            <DataTable
              caption={t('whoPays.caption')}
              head={[
                t('whoPays.firm'),
                { text: t('whoPays.part'), numeric: true },
                { text: t('whoPays.common'), numeric: true },
                { text: t('whoPays.paidHead'), numeric: true },
              ]}
              rows={rows}
            />
          </div>
          <small>{t('whoPays.rounded')}</small>
        </>
      ) : (
        <p>
          {t('whoPays.onlyTotals', { amount: money(whoPays.commonTotalMinor), paid: money(whoPays.paidTotalMinor ?? 0) })}{' '}
          {t('whoPays.theirs')}
        </p>
      )}
      {my && (
        <Callout tone="plain" icon={<IconLock aria-hidden="true" />}>
          <b>{t('whoPays.private')}</b>{' '}
          {t(my.ownLotsMinor > 0 ? 'whoPays.ownLot' : 'whoPays.noOwnLot', { own: money(my.ownLotsMinor), all: money(my.netMinor) })}
        </Callout>
      )}
    </Card>
  )
}
