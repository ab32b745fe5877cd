import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'
import { spelled } from '../../platform/spelled.ts'
import { DataTable, type Row } from '../../ui/data-table.tsx'
import { Swatch } from '../../ui/shares-bar.tsx'
import classes from './missions.module.css'
import { amountAt, placesInOrder, type Places } from './money-places.ts'

type Props = { all: Places; mine: Places | undefined; mission: MissionView }

const always = ['retained', 'transferred']

/** The same as a table: all firms together, and the reader's own part. The lines add up to what was paid, and with what is missing to the price. */
export const MoneyTable = ({ all, mine, mission }: Props) => {
  const { t } = useTranslation('missions')
  const amounts = (of: (places: Places) => number) => [money(of(all)), ...(mine ? [money(of(mine))] : [])]
  const lineOf = ({ name, colour, look }: (typeof placesInOrder)[number]): Row => ({
    key: name,
    cells: [
      <span key="name" className={classes['place']}>
        <Swatch colour={colour} look={look} />
        <span>{t(`money.places.${name}`, { name: mission.freelancer.name })}</span>
      </span>,
      ...amounts((places) => amountAt(places, name)),
    ],
  })
  const paid = placesInOrder.filter(({ name }) => name !== 'notYet' && (always.includes(name) || amountAt(all, name) > 0))
  const notYet = placesInOrder.filter(({ name }) => name === 'notYet' && amountAt(all, name) > 0)
  const count = mission.firms.length
  return (
    <div className={classes['places']}>
      <DataTable
        caption={t('money.caption')}
        head={[
          t('money.place'),
          { text: t('money.all', { count, firms: spelled(count) }), numeric: true },
          ...(mine ? [{ text: t('money.mine'), numeric: true }] : []),
        ]}
        rows={[
          ...paid.map(lineOf),
          { key: 'paid', total: true, cells: [t('money.paid'), ...amounts((places) => places.paidMinor)] },
          ...notYet.map(lineOf),
          ...(notYet.length > 0
            ? [{ key: 'price', total: true, cells: [t('money.price'), ...amounts((places) => places.paidMinor + places.notYetMinor)] }]
            : []),
        ]}
      />
    </div>
  )
}
