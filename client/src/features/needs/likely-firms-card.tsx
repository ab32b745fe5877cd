import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findLikelyFirms, inviteFirm } from '@mutuo/shared/needs/finding.endpoints.ts'
import type { LikelyFirms, ShareReasonView } from '@mutuo/shared/needs/finding.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { list } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { spelled } from '../../platform/spelled.ts'
import classes from './finding.module.css'

/** To whoever leads or follows a need that gathers: neighbours who could share it, and why. */
export const LikelyFirmsCard = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs-finding')
  const { active } = useSession()
  const isSeeking = need.state === 'gathering' && (active?.id === need.leader.id || active?.id === need.group.association.id)
  const input = { needId: need.id }
  const { data } = useAnswer(findLikelyFirms, input, { enabled: isSeeking })
  useLive(isSeeking ? `need:${need.id}` : undefined, [keyOf(findLikelyFirms, input)])
  if (!isSeeking || !data || data.items.length === 0) return null
  return (
    <Card plain aria-labelledby="voisins">
      <CardHead
        id="voisins"
        title={t('likely.title', { count: data.items.length, number: spelled(data.items.length, { capital: true }) })}
        hint={t('likely.hint')}
      />
      <ul>
        {data.items.map((item) => (
          <LikelyFirm
            key={item.firm.id}
            needId={need.id}
            item={item}
            isOwner={active?.role === 'owner' || active?.kind === 'association'}
          />
        ))}
      </ul>
    </Card>
  )
}

type Props = { needId: string; item: LikelyFirms['items'][number]; isOwner: boolean }

const LikelyFirm = ({ needId, item: { firm, reasons, isInvited }, isOwner }: Props) => {
  const { t } = useTranslation('needs-finding')
  const words = useReasonWords()
  const invite = useAct(inviteFirm, {
    invalidates: [keyOf(findLikelyFirms)],
    onDone: () => toastDone(t('likely.done', { firm: firm.name })),
  })
  const label = (
    <>
      {t('likely.invite')}
      <span className="sr">&nbsp;{firm.name}</span>
    </>
  )
  return (
    <li className={classes['firm']}>
      <FirmMark of={firm} />
      <span>
        <b>{firm.name}</b>
        <br />
        <small>{list(reasons.map(words))}</small>
      </span>
      {isInvited ? (
        <Chip tone="ok">{t('likely.invited')}</Chip>
      ) : isOwner ? (
        <Button
          variant="outline"
          size="sm"
          loading={invite.isPending}
          onClick={() => invite.mutate({ needId, firmId: firm.id }, { onError: toastProblem })}
        >
          {label}
        </Button>
      ) : (
        <DisabledAction variant="outline" size="sm" reason={sentenceOf('OWNER_ONLY')}>
          {label}
        </DisabledAction>
      )}
    </li>
  )
}

/** « même métier », « a cherché : référencement local, il y a 3 mois ». */
const useReasonWords = () => {
  const { t } = useTranslation('needs-finding')
  return (reason: ShareReasonView): string => {
    if (reason.code !== 'sought') return t(`likely.reason.${reason.code}`)
    const skill = t(`skills:${reason.skill}`)
    return reason.months === 0 ? t('likely.reason.soughtNow', { skill }) : t('likely.reason.sought', { skill, count: reason.months })
  }
}
