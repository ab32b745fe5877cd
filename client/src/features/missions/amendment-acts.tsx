import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getMissionMoney } from '@mutuo/shared/billing/billing.endpoints.ts'
import * as endpoints from '@mutuo/shared/missions/amendment.endpoints.ts'
import type { AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { getContract } from '@mutuo/shared/missions/contract.endpoints.ts'
import { getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { RiseInShort } from './amendment-share.tsx'
import { PasswordConfirm } from './password-confirm.tsx'

/** What a word on an amendment may have changed. */
export const amended = [keyOf(endpoints.listAmendments), keyOf(getMission), keyOf(getContract), keyOf(getMissionMoney)]

export const AmendmentActs = ({ amendment }: { amendment: AmendmentView }) => {
  const { t } = useTranslation('contract')
  const [open, setOpen] = useState<'approve' | 'refuse' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const approve = useAct(endpoints.approveAmendment, { invalidates: amended, onDone: () => toastDone(t('done.approve')) })
  const refuse = useAct(endpoints.refuseAmendment, { invalidates: amended, onDone: () => toastDone(t('done.refuse')) })
  const withdraw = useAct(endpoints.withdrawAmendment, { invalidates: amended, onDone: () => toastDone(t('done.withdraw')) })
  if (amendment.abilities.length === 0) return null
  const known = { missionId: amendment.missionId, amendmentId: amendment.id }
  const close = () => setOpen(null)
  const may = (move: 'approve' | 'refuse' | 'withdraw') => abilityFor(amendment.abilities, move)
  return (
    <div className="row" data-noprint="">
      <AbilityButton ability={may('approve')} onClick={() => setOpen('approve')}>
        {t('acts.approve')}
      </AbilityButton>
      {may('refuse')?.allowed && (
        <AbilityButton ability={may('refuse')} variant="outline" onClick={() => setOpen('refuse')}>
          {t('acts.refuse')}
        </AbilityButton>
      )}
      <AbilityButton ability={may('withdraw')} variant="subtle" onClick={() => setOpen('withdraw')}>
        {t('acts.withdraw')}
      </AbilityButton>
      <PasswordConfirm
        isOpen={open === 'approve'}
        onClose={close}
        title={t('approve.title', { turn: amendment.turn })}
        confirmLabel={t('acts.approve')}
        onConfirm={(password) => approve.mutateAsync({ ...known, password })}
      >
        <p>{t('approve.text')}</p>
        {amendment.my?.rise && <RiseInShort my={amendment.my} rise={amendment.my.rise} />}
      </PasswordConfirm>
      <Confirm
        isOpen={open === 'refuse'}
        onClose={close}
        title={t('refuse.title', { turn: amendment.turn })}
        confirmLabel={t('acts.refuse')}
        danger
        disabled={reason.trim() === ''}
        onConfirm={() => refuse.mutateAsync({ ...known, reason: reason.trim() })}
      >
        <Textarea
          label={t('refuse.reason')}
          description={t('refuse.hint')}
          maxLength={1000}
          autosize
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
        />
      </Confirm>
      <Confirm
        isOpen={open === 'withdraw'}
        onClose={close}
        title={t('withdraw.title', { turn: amendment.turn })}
        confirmLabel={t('acts.withdraw')}
        onConfirm={() => withdraw.mutateAsync(known)}
      >
        <p>{t('withdraw.text')}</p>
      </Confirm>
    </div>
  )
}
