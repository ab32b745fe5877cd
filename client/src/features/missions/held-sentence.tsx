import { useTranslation } from 'react-i18next'
import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { list, money } from '../../platform/format.ts'

type Props = { held: MissionMoney['held']; mission: MissionView }

/** What the reader's retained money waits for, milestone by milestone. */
export const HeldSentence = ({ held, mission }: Props) => {
  const { t } = useTranslation('missions')
  const titleOf = (milestoneId: string) => mission.milestones.find(({ id }) => id === milestoneId)?.title ?? ''
  const parts = held.map(({ milestoneId, amountMinor, isContested }) =>
    t(isContested ? 'money.heldContested' : 'money.heldFor', { amount: money(amountMinor), title: titleOf(milestoneId) }),
  )
  const total = money(sumMinor(held.map(({ amountMinor }) => amountMinor)))
  return (
    <p>
      {t('money.held', { total, parts: list(parts) })} {t('money.heldBack')}
    </p>
  )
}
