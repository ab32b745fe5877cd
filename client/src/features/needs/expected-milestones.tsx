import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import classes from './finding.module.css'

/** The steps in which a lot's work is expected, where the need says them. */
export const ExpectedMilestones = ({ need: { content }, lotId }: { need: NeedView; lotId: string }) => {
  const { t } = useTranslation('needs-finding')
  const steps = (content.expectedMilestones ?? []).filter((milestone) => milestone.lotId === lotId)
  if (steps.length === 0) return null
  return (
    <div>
      <small>{t('milestones.expected', { count: steps.length })}</small>
      <ol className={classes['steps']}>
        {steps.map(({ title, daysAfterStart }, at) => (
          <li key={at}>
            {title} <small>{t('templates.after', { count: daysAfterStart })}</small>
          </li>
        ))}
      </ol>
    </div>
  )
}
