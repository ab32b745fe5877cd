import { useTranslation } from 'react-i18next'
import { money } from '../../platform/format.ts'
import { SharesBar } from '../../ui/shares-bar.tsx'
import { amountAt, placesInOrder, type Places } from './money-places.ts'

/** The whole price laid flat; its words are read out. */
export const MoneyBar = ({ places, name: freelancer }: { places: Places; name: string }) => {
  const { t } = useTranslation('missions')
  const present = placesInOrder.filter(({ name }) => amountAt(places, name) > 0)
  const total = places.paidMinor + places.notYetMinor
  const label = t('money.bar', {
    total: money(total),
    parts: present
      .map(({ name }) => t('money.part', { place: t(`money.places.${name}`, { name: freelancer }), amount: money(amountAt(places, name)) }))
      .join(', '),
  })
  return (
    <SharesBar
      size="lg"
      label={label}
      total={total}
      segments={present.map(({ name, colour, look }) => ({ key: name, weight: amountAt(places, name), colour, look }))}
    />
  )
}
