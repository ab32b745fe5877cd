import { useTranslation } from 'react-i18next'
import type { GroupView } from '@mutuo/shared/groups/group.schema.ts'
import { Chip } from '../../ui/chip.tsx'
import { When } from '../../ui/when.tsx'
import classes from './groups.module.css'

/** Letters sent, and what became of them. */
export const SentInvitations = ({ invitations }: { invitations: NonNullable<GroupView['invitations']> }) => {
  const { t } = useTranslation('groups')
  if (invitations.length === 0) return null
  return (
    <>
      <h3>{t('invite.sentTitle')}</h3>
      <ul>
        {invitations.map(({ id, email, state, sentAt }) => (
          <li key={id} className={classes['member']}>
            <span>
              {email}
              <br />
              <small>
                <When at={sentAt} as="relative" />
              </small>
            </span>
            <Chip tone={state === 'accepted' ? 'ok' : 'plain'}>{t(`invite.state.${state}`)}</Chip>
          </li>
        ))}
      </ul>
    </>
  )
}
