import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MergedNeed, MergeView } from '@mutuo/shared/needs/merge.schema.ts'
import { day, dayTime } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Chip } from '../../ui/chip.tsx'
import classes from './finding.module.css'

/** The two needs side by side: the one that goes on, and the one that joins it. */
export const MergedNeeds = ({ merge: { kept, absorbed } }: { merge: Pick<MergeView, 'kept' | 'absorbed'> }) => {
  const { t } = useTranslation('needs-finding')
  return (
    <ul className={classes['two']}>
      <li data-kept="">
        <Chip tone="canard">{t('merge.kept')}</Chip>
        <MergedFacts need={kept} />
      </li>
      <li>
        <Chip tone="plain">{t('merge.absorbed')}</Chip>
        <MergedFacts need={absorbed} />
      </li>
    </ul>
  )
}

export const MergedFacts = ({ need }: { need: MergedNeed }) => {
  const { t } = useTranslation('needs-finding')
  return (
    <>
      <h3>
        <Link to={paths.need(need.id)}>{need.title}</Link>
      </h3>
      <small>{t('merge.by', { leader: need.leader.name })}</small>
      <small>{t('merge.dates', { closes: dayTime(need.closesAt), starts: day(need.startsOn) })}</small>
      <small>{t('merge.firms', { count: need.firms, min: need.minFirms, target: need.targetFirms })}</small>
      <small>{t('merge.lots', { count: need.lots.length, lots: need.lots.map(({ title }) => title).join(', ') })}</small>
    </>
  )
}
