import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { PageTitle } from '../../ui/page.tsx'
import classes from './need.module.css'

export const NeedHead = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { content, leader, group } = need
  const isLedByAssociation = leader.id === group.association.id
  return (
    <header className={classes['head']}>
      <div className={classes['chips']}>
        <StateBadge process="need" state={need.state} />
        {content.skills.map((skill) => (
          <Chip key={skill} tone="plain">
            {t(`skills:${skill}`)}
          </Chip>
        ))}
        <Chip tone="plain">{t('need.around', { place: need.commune })}</Chip>
      </div>
      <PageTitle tabTitle={content.title}>{content.title}</PageTitle>
      <p className={`${classes['by']} muted`}>
        <FirmMark of={leader} size="sm" />
        <span>
          {isLedByAssociation
            ? t('need.byAssociation', { leader: leader.name, group: group.name })
            : t('need.by', { leader: leader.name, group: group.name, association: group.association.name })}
        </span>
      </p>
    </header>
  )
}
