import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card } from '../../ui/card.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './sme-home.module.css'

export const GroupsCard = ({ groups }: { groups: readonly GroupCard[] }) => {
  const { t } = useTranslation('sme-home')
  return (
    <Card tight aria-labelledby="groupement">
      <h2 id="groupement">{t('groups.title', { count: Math.max(1, groups.length) })}</h2>
      {groups.length === 0 ? (
        <>
          <p className="muted">{t('groups.none')}</p>
          <Button component={Link} to={paths.groups} fullWidth>
            {t('groups.find')}
          </Button>
        </>
      ) : (
        <ul className={classes['lines']}>
          {groups.map((group) => (
            <li key={group.id} className={classes['group']}>
              <FirmMark of={group.association} />
              <div>
                <h3>
                  <Link to={paths.group(group.id)}>{group.name}</Link>
                </h3>
                <small>{t('groups.count', { count: group.memberCount, association: group.association.name })}</small>
                {group.state === 'frozen' && (
                  <div>
                    <StateBadge process="group" state="frozen" />
                  </div>
                )}
                {group.myMembership && group.myMembership.state !== 'active' && (
                  <div>
                    <StateBadge process="membership" state={group.myMembership.state} />
                  </div>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
