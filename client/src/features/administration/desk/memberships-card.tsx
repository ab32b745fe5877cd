import { useTranslation } from 'react-i18next'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { Card } from '../../../ui/card.tsx'
import classes from './desk.module.css'
import { MembershipRequest } from './membership-request.tsx'

/** Firms that ask to join, over all groups. */
export const MembershipsCard = ({ pending }: { pending: AssociationDesk['pendingMemberships'] }) => {
  const { t } = useTranslation('administration-desk')
  return (
    <Card aria-labelledby="adhesions">
      <h2 id="adhesions">{t('memberships.title')}</h2>
      {pending.length === 0 ? (
        <p className="muted">{t('memberships.none')}</p>
      ) : (
        <>
          <ul className={classes['requests']}>
            {pending.map(({ group, member }) => (
              <MembershipRequest key={member.membershipId} group={group} member={member} />
            ))}
          </ul>
          <p className="muted">{t('memberships.then')}</p>
        </>
      )}
    </Card>
  )
}
