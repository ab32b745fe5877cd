import { useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getGroup, inviteFirms, renewInviteLink } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView } from '@mutuo/shared/groups/group.schema.ts'
import { paths } from '../../platform/paths.ts'
import { problemText } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { toastProblem } from '../../ui/toast.ts'
import { InviteOutcome } from './invite-outcome.tsx'
import { SentInvitations } from './sent-invitations.tsx'

/** By letter to several at once, or by a link for a message and a poster. */
export const InviteCard = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const renew = useAct(renewInviteLink, { invalidates: [keyOf(getGroup)] })
  const newLink = () => renew.mutate({ groupId: group.id }, { onError: toastProblem })
  const [isRenewing, setRenewing] = useState(false)
  return (
    <Card tight aria-labelledby="inviter">
      <CardHead id="inviter" title={t('invite.title')} />
      <InviteByLetter groupId={group.id} />
      <h3>{t('invite.link')}</h3>
      {group.inviteLink ? (
        <>
          <CopyField label={t('invite.linkLabel')} value={group.inviteLink} />
          <div className="row">
            <Link className="link" to={paths.groupPoster(group.id)}>
              {t('invite.poster')}
            </Link>
            <Button size="sm" variant="subtle" onClick={() => setRenewing(true)}>
              {t('invite.renew')}
            </Button>
          </div>
          <Confirm
            isOpen={isRenewing}
            onClose={() => setRenewing(false)}
            title={t('invite.renewTitle')}
            confirmLabel={t('invite.renew')}
            danger
            onConfirm={() => renew.mutateAsync({ groupId: group.id })}
          >
            <p>{t('invite.renewHint')}</p>
          </Confirm>
        </>
      ) : (
        <Button variant="outline" loading={renew.isPending} onClick={newLink}>
          {t('invite.makeLink')}
        </Button>
      )}
      <SentInvitations invitations={group.invitations ?? []} />
    </Card>
  )
}

const InviteByLetter = ({ groupId }: { groupId: string }) => {
  const { t } = useTranslation('groups')
  const [addresses, setAddresses] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const act = useAct(inviteFirms, { invalidates: [keyOf(getGroup)], onDone: () => setAddresses('') })
  const emails = [...new Set(addresses.split(/[\s,;]+/).filter(Boolean))]
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    setEmpty(emails.length === 0)
    if (emails.length > 0) act.mutate({ groupId, emails })
  }
  return (
    <form className="stack tight" onSubmit={submit} noValidate>
      <Textarea
        label={t('invite.addresses')}
        description={t('invite.addressesHint')}
        autosize
        minRows={2}
        value={addresses}
        onChange={(event) => setAddresses(event.currentTarget.value)}
        error={isEmpty && emails.length === 0 ? t('invite.addressesMissing') : undefined}
      />
      <Button type="submit" loading={act.isPending}>
        {t('invite.send', { count: Math.max(1, emails.length) })}
      </Button>
      {act.isError && (
        <Callout tone="bad" live>
          {problemText(act.error)}
        </Callout>
      )}
      {act.data && <InviteOutcome lines={act.data.lines} />}
    </form>
  )
}
