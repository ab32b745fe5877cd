import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  approveNeed,
  cancelNeed,
  closeBids,
  getNeed,
  openBidding,
  openVote,
  publishNeed,
  sendBackNeed,
} from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import type { OrganiserMove } from './organiser-move.ts'

type Props = { need: NeedView; move: OrganiserMove; onClose: () => void }

const plain = { publish: publishNeed, submit: publishNeed, approve: approveNeed, openBidding, closeBids, openVote }
const reasoned = { sendBack: sendBackNeed, cancel: cancelNeed }

/** Asks before a move that everybody will hear of. */
export const MoveDialog = ({ need, move, onClose }: Props) => {
  if (move === 'extend') return <ExtendDialog need={need} onClose={onClose} />
  if (move === 'sendBack' || move === 'cancel') return <ReasonedMove need={need} move={move} onClose={onClose} />
  return <PlainMove need={need} move={move} onClose={onClose} />
}

const PlainMove = ({ need, move, onClose }: Props & { move: keyof typeof plain }) => {
  const { t } = useTranslation('needs')
  const act = useAct(plain[move], { invalidates: [keyOf(getNeed)], onDone: () => toastDone(t(`organise.${move}.done`)) })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t(`organise.${move}.ask`)}
      confirmLabel={t(`organise.${move}.do`)}
      onConfirm={() => act.mutateAsync({ needId: need.id })}
    >
      <p>{t(`organise.${move}.text`, { count: need.funding.firms, association: need.group.association.name })}</p>
    </Confirm>
  )
}

const ReasonedMove = ({ need, move, onClose }: Props & { move: keyof typeof reasoned }) => {
  const { t } = useTranslation('needs')
  const [reason, setReason] = useState('')
  const act = useAct(reasoned[move], { invalidates: [keyOf(getNeed)], onDone: () => toastDone(t(`organise.${move}.done`)) })
  const words = reason.replace(/\s+/g, ' ').trim()
  return (
    <Confirm
      isOpen
      onClose={onClose}
      danger={move === 'cancel'}
      title={t(`organise.${move}.ask`)}
      confirmLabel={t(`organise.${move}.do`)}
      disabled={words.length === 0}
      onConfirm={() => act.mutateAsync({ needId: need.id, reason: words })}
    >
      <p>{t(`organise.${move}.text`, { count: need.funding.firms })}</p>
      <Textarea
        label={t('organise.reason')}
        description={t(`organise.${move}.hint`)}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
