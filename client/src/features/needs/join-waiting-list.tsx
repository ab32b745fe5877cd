import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getWaitingList, joinWaitingList } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import { waitingCap, type WaitingList } from '@mutuo/shared/missions/drop-out.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'

/** A cap, the own lots or not, and the consent to be charged for a share that one says yes to. */
export const JoinWaitingList = ({ list, onClose }: { list: WaitingList; onClose: () => void }) => {
  const { t } = useTranslation('drop-outs')
  const [capMinor, setCap] = useState<number | null>(list.mine?.capMinor ?? null)
  const [takesOwnLots, setOwnLots] = useState(list.mine?.takesOwnLots ?? list.hasOwnLots)
  const [consents, setConsents] = useState(false)
  const act = useAct(joinWaitingList, { invalidates: [keyOf(getWaitingList)], onDone: () => toastDone(t('waiting.saved')) })
  const cap = waitingCap.safeParse(capMinor)
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('waiting.dialog.title')}
      confirmLabel={t('waiting.dialog.go')}
      disabled={!cap.success || !consents}
      onConfirm={async () => {
        if (cap.success) await act.mutateAsync({ needId: list.needId, capMinor: cap.data, takesOwnLots, consents: true })
      }}
    >
      <p>{t('waiting.dialog.text')}</p>
      <AmountField label={t('waiting.dialog.cap')} value={capMinor} onChange={setCap} />
      {list.hasOwnLots && (
        <Checkbox
          label={t('waiting.dialog.ownLots')}
          description={t('waiting.dialog.ownLotsHint')}
          checked={takesOwnLots}
          onChange={(event) => setOwnLots(event.currentTarget.checked)}
        />
      )}
      <Checkbox label={t('waiting.dialog.consent')} checked={consents} onChange={(event) => setConsents(event.currentTarget.checked)} />
    </Confirm>
  )
}
