import { useTranslation } from 'react-i18next'
import type { MilestoneView } from '@mutuo/shared/missions/mission.schema.ts'
import { Pile } from '../../ui/firm-mark.tsx'
import classes from './missions.module.css'

/** Of a delivered common lot: who has accepted, who is waited for, and what it takes. */
export const AcceptanceProgress = ({ milestone }: { milestone: MilestoneView }) => {
  const { t } = useTranslation('missions')
  const { accepted, waiting, rule } = milestone.acceptance
  if (milestone.state !== 'delivered' || rule === 'own_firm') return null
  return (
    <div className={classes['progress']}>
      {accepted.length > 0 && (
        <span>
          <Pile marks={accepted} />{' '}
          {t('acceptance.accepted', { count: accepted.length, names: accepted.map((firm) => firm.name).join(', ') })}
        </span>
      )}
      {waiting.length > 0 && (
        <span>{t('acceptance.waiting', { count: waiting.length, names: waiting.map((firm) => firm.name).join(', ') })}</span>
      )}
      <small>{t(`acceptance.rule.${rule}`)}</small>
    </div>
  )
}
