import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'
import { spelled } from '../../platform/spelled.ts'
import type { Row } from '../../ui/data-table.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'

type WhoPays = MissionView['whoPays']

/** Lines whose amounts the reader may see, one for all the others, and the total: they add up to the cent, the percentages to 100. */
export const useWhoPaysRows = (whoPays: WhoPays): Row[] => {
  const { t } = useTranslation('missions')
  const seen = whoPays.rows.filter((row) => row.commonMinor !== undefined)
  const others = whoPays.firms - seen.length
  const unknown = t('whoPays.whenAll')
  const sum = (of: (row: WhoPays['rows'][number]) => number) => seen.reduce((total, row) => total + of(row), 0)
  const seenCommon = sum((row) => row.commonMinor ?? 0)
  const seenPaid = sum((row) => row.paidMinor ?? 0)
  const paidTotal = whoPays.paidTotalMinor
  const lines = [...seen]
    .sort((a, b) => Number(b.isMe) - Number(a.isMe))
    .map((row) => ({
      key: row.firm.id,
      here: row.isMe,
      cells: [
        <FirmName key="firm" of={row.firm} note={row.isMe ? <You percent={row.percent} /> : undefined} />,
        row.percent === undefined ? '' : t('whoPays.percent', { value: row.percent }),
        money(row.commonMinor ?? 0),
        money(row.paidMinor ?? 0),
      ],
    }))
  const percentLeft = 100 - sum((row) => row.percent ?? 0)
  const rest =
    others > 0 && seen.length > 0
      ? [
          {
            key: 'others',
            cells: [
              t('whoPays.others', { count: others, firms: spelled(others) }),
              t('whoPays.percent', { value: percentLeft }),
              money(whoPays.commonTotalMinor - seenCommon),
              paidTotal === undefined ? unknown : money(paidTotal - seenPaid),
            ],
          },
        ]
      : []
  const total = {
    key: 'total',
    total: true,
    cells: [
      t('whoPays.total', { count: whoPays.firms, firms: spelled(whoPays.firms, { capital: true }) }),
      t('whoPays.percent', { value: 100 }),
      money(whoPays.commonTotalMinor),
      paidTotal === undefined ? unknown : money(paidTotal),
    ],
  }
  return [...lines, ...rest, total]
}

/** On the phone the column of percentages makes room: one's own is said here. */
const You = ({ percent }: { percent: number | undefined }) => {
  const { t } = useTranslation('missions')
  return (
    <>
      {t('whoPays.you')}
      {percent !== undefined && <span className="phone-only">, {t('whoPays.percent', { value: percent })}</span>}
    </>
  )
}
