import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { listAudit, listUsers, suspendUser } from '@mutuo/shared/administration/administration.endpoints.ts'
import { keyOf, useAct } from '../../../platform/use-endpoint.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { toastDone } from '../../../ui/toast.ts'
import type { UserLine } from './user-row.tsx'

/** Says what a suspension does, or its end, and asks why: the reason goes to the log. */
export const SuspendUser = ({ user, onClose }: { user: UserLine; onClose: () => void }) => {
  const { t } = useTranslation('administration-admin')
  const [reason, setReason] = useState('')
  // What was asked stays asked while the list behind the window is renewed.
  const [move] = useState(user.isSuspended ? ('restore' as const) : ('suspend' as const))
  const act = useAct(suspendUser, {
    invalidates: [keyOf(listUsers), keyOf(listAudit)],
    onDone: () => toastDone(t(`users.${move}Done`, { name: user.name })),
  })
  const words = reason.replace(/\s+/g, ' ').trim()
  return (
    <Confirm
      isOpen
      danger={move === 'suspend'}
      onClose={onClose}
      title={t(`users.${move}Ask`, { name: user.name })}
      confirmLabel={t(`users.${move}`)}
      disabled={words === ''}
      onConfirm={() => act.mutateAsync({ userId: user.id, isSuspended: move === 'suspend', reason: words })}
    >
      <p>{t(`users.${move}Text`)}</p>
      <Textarea label={t('users.reason')} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Confirm>
  )
}
