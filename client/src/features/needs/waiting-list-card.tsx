import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getWaitingList, leaveWaitingList } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { WaitingList } from '@mutuo/shared/missions/drop-out.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import { toastDone } from '../../ui/toast.ts'
import { JoinWaitingList } from './join-waiting-list.tsx'
import { LinkButton } from './link-button.tsx'

const late: readonly NeedView['state'][] = ['bidding', 'voting', 'awarded']

/** Once the table is closed: who would come in if a share became free, and the way onto the list. */
export const WaitingListCard = ({ need }: { need: NeedView }) => {
  const { isSignedIn } = useSession()
  const isLate = late.includes(need.state)
  const query = useAnswer(getWaitingList, { needId: need.id }, { enabled: isSignedIn && isLate })
  useLive(isLate ? `need:${need.id}` : undefined, [keyOf(getWaitingList, { needId: need.id })])
  const list = query.data
  if (!isLate || !list || (list.firms === 0 && list.abilities.length === 0)) return null
  return <List list={list} />
}

const List = ({ list }: { list: WaitingList }) => {
  const { t } = useTranslation('drop-outs')
  const [dialog, setDialog] = useState<'join' | 'leave'>()
  const join = abilityFor(list.abilities, 'join')
  const leave = abilityFor(list.abilities, 'leave')
  const { mine, rows } = list
  return (
    <Card aria-labelledby="liste-attente">
      <CardHead id="liste-attente" title={t('waiting.title')} hint={t('waiting.lead')} />
      <p>{list.firms > 0 ? t('waiting.firms', { count: list.firms }) : t('waiting.none')}</p>
      {mine && (
        <p>
          <b>{t('waiting.mine', { position: mine.position })}</b>
          <br />
          {t('waiting.cap', { cap: mine.capMinor })} {list.hasOwnLots && t(mine.takesOwnLots ? 'waiting.ownLots' : 'waiting.noOwnLots')}
        </p>
      )}
      {rows && rows.length > 0 && (
        <ol className="stack tight">
          {rows.map(({ firm }) => (
            <li key={firm.id}>
              <FirmName of={firm} />
            </li>
          ))}
        </ol>
      )}
      {(join ?? leave) && (
        <div className="row">
          <AbilityButton ability={join} variant={mine ? 'outline' : 'filled'} onClick={() => setDialog('join')}>
            {t(mine ? 'waiting.change' : 'waiting.join')}
          </AbilityButton>
          {join?.reason === 'PAYMENT_METHOD_MISSING' && (
            <LinkButton to={paths.paymentMethod} variant="outline">
              {t('waiting.card')}
            </LinkButton>
          )}
          <AbilityButton ability={leave} variant="subtle" onClick={() => setDialog('leave')}>
            {t('waiting.leave')}
          </AbilityButton>
        </div>
      )}
      {dialog === 'join' && <JoinWaitingList list={list} onClose={() => setDialog(undefined)} />}
      {dialog === 'leave' && <Leave needId={list.needId} onClose={() => setDialog(undefined)} />}
    </Card>
  )
}

const Leave = ({ needId, onClose }: { needId: string; onClose: () => void }) => {
  const { t } = useTranslation('drop-outs')
  const act = useAct(leaveWaitingList, { invalidates: [keyOf(getWaitingList)], onDone: () => toastDone(t('waiting.left')) })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('waiting.leaveAsk')}
      confirmLabel={t('waiting.leave')}
      onConfirm={() => act.mutateAsync({ needId })}
    >
      <p>{t('waiting.leaveText')}</p>
    </Confirm>
  )
}
