import { useState } from 'react'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { getLeaving, proposeTransfer, takeNoticeBack, withdrawTransfer } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { LeavingView } from '@mutuo/shared/missions/drop-out.schema.ts'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import classes from './billing.module.css'
import { GiveNotice } from './give-notice.tsx'

/** « Me remplacer »: by a firm that one chooses, or with notice. What is asked for is said with who answers, and until when. */
export const LeavingCard = ({ share }: { share: SharePayment }) => {
  const { t } = useTranslation('drop-outs')
  const query = useAnswer(getLeaving, { shareId: share.shareId })
  useLive(`mission:${share.missionId}`, [keyOf(getLeaving, { shareId: share.shareId })])
  const leaving = query.data
  if (!leaving || (leaving.abilities.length === 0 && !isAwaited(leaving.offer))) return null
  return (
    <Card aria-labelledby="remplacer">
      <h2 id="remplacer">{t('leaving.title')}</h2>
      {isAwaited(leaving.offer) && <Awaited leaving={leaving} />}
      {abilityFor(leaving.abilities, 'propose') && <Replace leaving={leaving} isPaid={share.state === 'paid'} />}
      {leaving.notice && <Notice leaving={leaving} />}
      {abilityFor(leaving.abilities, 'giveNotice') && <GiveNotice leaving={leaving} />}
    </Card>
  )
}

const isAwaited = (offer: LeavingView['offer']): offer is NonNullable<LeavingView['offer']> =>
  offer?.state === 'open' || offer?.state === 'accepted'

const Awaited = ({ leaving: { offer, abilities, shareId } }: { leaving: LeavingView }) => {
  const { t } = useTranslation('drop-outs')
  const act = useAct(withdrawTransfer, { invalidates: [keyOf(getLeaving)], onDone: () => toastDone(t('leaving.withdrawn')) })
  if (!isAwaited(offer)) return null
  const { to, state, expiresAt } = offer
  const words = { firm: to?.name ?? '', at: expiresAt }
  const sentence =
    state === 'open'
      ? t(to ? 'leaving.waits' : 'leaving.waitsUnknown', words)
      : t(to ? 'leaving.accepted' : 'leaving.acceptedUnknown', words)
  return (
    <article className={classes['way']} data-first="">
      <p>
        <b>{sentence}</b>
      </p>
      <AbilityButton
        ability={abilityFor(abilities, 'withdraw')}
        variant="outline"
        pending={act.isPending}
        onClick={() => void act.mutateAsync({ shareId }).catch(toastProblem)}
      >
        {t('leaving.withdraw')}
      </AbilityButton>
    </article>
  )
}

const Replace = ({ leaving, isPaid }: { leaving: LeavingView; isPaid: boolean }) => {
  const { t } = useTranslation('drop-outs')
  const [firmId, setFirm] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const act = useAct(proposeTransfer, { invalidates: [keyOf(getLeaving)], onDone: () => toastDone(t('leaving.proposed')) })
  const firm = leaving.candidates.find(({ id }) => id === firmId)
  const ability = abilityFor(leaving.abilities, 'propose')
  return (
    <article className={classes['way']}>
      <div className={classes['wayHead']}>
        <h3>{t('leaving.replace')}</h3>
      </div>
      <p>
        {t('leaving.replaceText')} {isPaid && t('leaving.replacePaid')}
      </p>
      {ability?.allowed && leaving.candidates.length === 0 ? (
        <p className="muted">{t('leaving.nobody')}</p>
      ) : (
        <>
          {ability?.allowed && (
            <Select
              label={t('leaving.choose')}
              placeholder={t('leaving.chooseOne')}
              data={leaving.candidates.map(({ id, name }) => ({ value: id, label: name }))}
              value={firmId}
              onChange={setFirm}
              searchable
            />
          )}
          <AbilityButton ability={ability} variant="outline" onClick={() => setAsking(firm !== undefined)}>
            {t('leaving.propose')}
          </AbilityButton>
        </>
      )}
      {firm && (
        <Confirm
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          title={t('leaving.ask', { firm: firm.name })}
          confirmLabel={t('leaving.propose')}
          onConfirm={() => act.mutateAsync({ shareId: leaving.shareId, firmId: firm.id })}
        >
          <p>{t('leaving.askText', { net: leaving.movableMinor })}</p>
        </Confirm>
      )}
    </article>
  )
}

const Notice = ({ leaving: { notice, abilities, shareId } }: { leaving: LeavingView }) => {
  const { t } = useTranslation('drop-outs')
  const act = useAct(takeNoticeBack, { invalidates: [keyOf(getLeaving)], onDone: () => toastDone(t('leaving.tookBack')) })
  if (!notice) return null
  return (
    <article className={classes['way']}>
      <div className={classes['wayHead']}>
        <h3>{t('leaving.on', { given: notice.givenAt, on: notice.endsOn })}</h3>
      </div>
      <p>
        {t('leaving.seeks', { net: notice.netMinor })}{' '}
        {notice.waiting > 0 ? t('leaving.waiting', { count: notice.waiting }) : t('leaving.nobodyWaits')}
      </p>
      <p className="muted">{t('leaving.noticeBound')}</p>
      <AbilityButton
        ability={abilityFor(abilities, 'takeNoticeBack')}
        variant="outline"
        pending={act.isPending}
        onClick={() => void act.mutateAsync({ shareId }).catch(toastProblem)}
      >
        {t('leaving.takeBack')}
      </AbilityButton>
    </article>
  )
}
