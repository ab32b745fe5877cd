import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GroupCard as Group } from '@mutuo/shared/groups/group.schema.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'

/** A group in a list: where it is, who runs it, and the reader's place in it. */
export const GroupCard = ({ group, as = 'h3' }: { group: Group; as?: 'h2' | 'h3' }) => {
  const { t } = useTranslation('groups')
  const place = group.myMembership
  return (
    <Card as="li">
      <CardHead as={as} title={<Link to={paths.group(group.id)}>{group.name}</Link>}>
        {group.state === 'frozen' && <StateBadge process="group" state="frozen" />}
        {place && place.state !== 'active' && <Chip tone="plain">{t(`states:membership.${place.state}`)}</Chip>}
      </CardHead>
      <p className="muted">{t('card.place', { commune: group.commune, count: group.memberCount })}</p>
      <FirmName of={group.association} size="sm" />
    </Card>
  )
}
