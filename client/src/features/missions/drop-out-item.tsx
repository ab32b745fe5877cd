import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { giveDropOutTime, listDropOuts, moveDropOutOn } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { DropOut } from '@mutuo/shared/missions/drop-out.schema.ts'
import { getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import { day } from '../../platform/format.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import { toastDone } from '../../ui/toast.ts'
import classes from './missions.module.css'

type Props = { item: DropOut; missionId: string }
const byHand: readonly (DropOut['step'] | undefined)[] = ['cover', 'bridge', 'reduced_scope']

/** One share: the step, whose turn it is and until when, who was asked, what was decided, and what the association can do. */
export const DropOutItem = ({ item, missionId }: Props) => {
  const { t } = useTranslation('drop-outs')
  const [dialog, setDialog] = useState<'moveOn' | 'giveTime'>()
  const asked = item.offers.at(-1)
  const isAsked = asked?.state === 'open' || asked?.state === 'accepted'
  const nextWords = item.next ? t(`states:waterfall.${item.next}`) : ''
  return (
    <article className={classes['dropOut']}>
      <div className={classes['dropOutHead']}>
        <FirmName of={item.firm} />
        <Chip tone="ocre">{t(`desk.now.${item.cause}`, { on: item.noticeEndsOn })}</Chip>
        {item.step && <StateBadge process="waterfall" state={item.step} />}
      </div>
      {item.step && <p>{t(`desk.step.${item.step}`)}</p>}
      {byHand.includes(item.step) && <p className="muted">{t('desk.byHand')}</p>}
      {item.cause === 'notice' && !isAsked && <p>{t('desk.seeking')}</p>}
      <p>
        <b>
          <WhoActs item={item} />
        </b>
        {item.until && <> {t('desk.until', { at: item.until })}.</>}
      </p>
      {item.offers.length > 0 && (
        <ul className="stack tight" aria-label={t('desk.asked')}>
          {item.offers.map(({ firm, state, expiresAt }) => (
            <li key={`${firm.id}${expiresAt}`} className="row">
              <FirmName of={firm} /> <StateBadge process="share_offer" state={state} />
            </li>
          ))}
        </ul>
      )}
      {item.notes.length > 0 && (
        <ul className={classes['moves']} aria-label={t('desk.notes')}>
          {item.notes.map(({ step, at, by, reason }) => (
            <li key={at}>
              <span className="muted">{day(at)}</span>
              <span>
                {t(`states:waterfall.${step}`)} · {by} : {reason}
              </span>
            </li>
          ))}
        </ul>
      )}
      {item.step === 'cancellation' && <p>{t('desk.cancel')}</p>}
      {item.abilities.length > 0 && (
        <div className="row">
          <AbilityButton ability={abilityFor(item.abilities, 'moveOn')} onClick={() => setDialog('moveOn')}>
            {t('desk.moveOn', { next: nextWords })}
          </AbilityButton>
          <AbilityButton ability={abilityFor(item.abilities, 'giveTime')} variant="outline" onClick={() => setDialog('giveTime')}>
            {t('desk.giveTime')}
          </AbilityButton>
        </div>
      )}
      {dialog && <WithReason item={item} missionId={missionId} move={dialog} onClose={() => setDialog(undefined)} />}
    </article>
  )
}

const WhoActs = ({ item }: { item: DropOut }) => {
  const { t } = useTranslation('drop-outs')
  const open = item.offers.find(({ state }) => state === 'open' || state === 'accepted')
  if (open) return t('desk.acts.waiting_firm', { taker: open.firm.name })
  return item.actor ? t(`desk.acts.${item.actor}`, { firm: item.firm.name, taker: '' }) : ''
}

const WithReason = ({ item, missionId, move, onClose }: Props & { move: 'moveOn' | 'giveTime'; onClose: () => void }) => {
  const { t } = useTranslation('drop-outs')
  const [reason, setReason] = useState('')
  const options = { invalidates: [keyOf(listDropOuts), keyOf(getMission)], onDone: () => toastDone(t('desk.moved')) }
  const moveOn = useAct(moveDropOutOn, options)
  const giveTime = useAct(giveDropOutTime, options)
  const isMove = move === 'moveOn'
  const input = { missionId, shareId: item.shareId, version: item.version, reason: reason.trim() }
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={isMove ? t('desk.moveAsk') : t('desk.timeAsk', { firm: item.firm.name })}
      confirmLabel={isMove ? t('desk.moveOn', { next: item.next ? t(`states:waterfall.${item.next}`) : '' }) : t('desk.giveTime')}
      disabled={reason.trim() === ''}
      onConfirm={() => (isMove ? moveOn.mutateAsync(input) : giveTime.mutateAsync(input))}
    >
      <p>{isMove ? t('desk.moveText', { next: item.next ? t(`states:waterfall.${item.next}`) : '' }) : t('desk.timeText')}</p>
      <Textarea
        label={t('desk.reason')}
        maxLength={1000}
        autosize
        minRows={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
