import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getLeaving, giveNotice } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { LeavingView } from '@mutuo/shared/missions/drop-out.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import classes from './billing.module.css'

/** Leaves a mission under way: what stays owed, what may pass to another, and that without a taker one stays bound. */
export const GiveNotice = ({ leaving }: { leaving: LeavingView }) => {
  const { t } = useTranslation('drop-outs')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(giveNotice, { invalidates: [keyOf(getLeaving)], onDone: () => toastDone(t('leaving.given')) })
  const words = { on: leaving.afterNotice.endsOn, net: leaving.afterNotice.netMinor }
  return (
    <article className={classes['way']}>
      <div className={classes['wayHead']}>
        <h3>{t('leaving.notice')}</h3>
      </div>
      <p>{t('leaving.noticeText', words)}</p>
      <p className="muted">{t('leaving.noticeBound')}</p>
      <AbilityButton ability={abilityFor(leaving.abilities, 'giveNotice')} variant="outline" onClick={() => setOpen(true)}>
        {t('leaving.give')}
      </AbilityButton>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('leaving.giveAsk')}
        confirmLabel={t('leaving.give')}
        danger
        disabled={reason.trim() === ''}
        onConfirm={() => act.mutateAsync({ shareId: leaving.shareId, reason: reason.trim() })}
      >
        <p>{t('leaving.noticeText', words)}</p>
        <p>{t('leaving.noticeBound')}</p>
        <Textarea
          label={t('leaving.reason')}
          description={t('leaving.reasonHint')}
          maxLength={1000}
          autosize
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </article>
  )
}
