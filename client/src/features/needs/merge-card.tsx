import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getNeedMerge } from '@mutuo/shared/needs/merge.endpoints.ts'
import type { MergeView } from '@mutuo/shared/needs/merge.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { dayTime } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { MergeActions } from './merge-actions.tsx'
import { MergedNeeds } from './merged-needs.tsx'

/** Where a need is on its way into another one, seen by who has to answer and by who only watches. */
export const MergeCard = ({ need }: { need: NeedView }) => {
  const input = { needId: need.id }
  const { data } = useAnswer(getNeedMerge, input)
  useLive(`need:${need.id}`, [keyOf(getNeedMerge, input)])
  if (!data) return null
  const { merge, mergedInto } = data
  const into = mergedInto ?? (merge?.state === 'merged' && merge.absorbed.id === need.id ? merge.kept : undefined)
  if (into) return <MergedInto into={into} />
  if (merge?.state === 'proposed' || merge?.state === 'agreed') return <OpenMerge merge={merge} />
  return null
}

const MergedInto = ({ into }: { into: { id: string; title: string } }) => {
  const { t } = useTranslation('needs-finding')
  return (
    <Callout>
      <strong>{t('merge.merged')}</strong> {t('merge.mergedText')} <Link to={paths.need(into.id)}>{into.title}</Link>
    </Callout>
  )
}

const OpenMerge = ({ merge }: { merge: MergeView }) => {
  const { t } = useTranslation('needs-finding')
  const { active } = useSession()
  const isMine = merge.proposedBy.id === active?.id
  const mustReply = merge.abilities.some(({ move }) => move === 'agree')
  const mustAnswer = merge.myAnswer === 'waiting'
  const until = dayTime(merge.answersBy, { weekday: true })
  const { title, text } = mergeWords(merge, { isMine, mustReply })
  return (
    <Card edge={mustReply || mustAnswer ? 'ocre' : undefined} aria-labelledby="reunion">
      <h2 id="reunion">{t(title, { firm: merge.proposedBy.name })}</h2>
      <p>{t(text, { until, absorbed: merge.absorbed.title, kept: merge.kept.title, other: otherLeaderOf(merge) })}</p>
      {merge.message && <p className="muted">«&nbsp;{merge.message}&nbsp;»</p>}
      <MergedNeeds merge={merge} />
      {merge.state === 'agreed' && <p role="status">{t('merge.count', { count: merge.answers.accepted, firms: merge.answers.firms })}</p>}
      <MergeActions merge={merge} />
    </Card>
  )
}

type Reader = { isMine: boolean; mustReply: boolean }

const mergeWords = (merge: MergeView, { isMine, mustReply }: Reader): { title: string; text: string } => {
  if (merge.myAnswer && merge.state === 'agreed') return { title: `merge.${merge.myAnswer}.title`, text: `merge.${merge.myAnswer}.text` }
  if (merge.state === 'agreed') return { title: 'merge.agreed.title', text: 'merge.agreed.text' }
  if (mustReply) return { title: 'merge.reply.title', text: 'merge.reply.text' }
  return isMine ? { title: 'merge.mine.title', text: 'merge.mine.text' } : { title: 'merge.proposed.title', text: 'merge.proposed.text' }
}

const otherLeaderOf = ({ proposedBy, kept, absorbed }: MergeView): string =>
  [kept, absorbed].find(({ leader }) => leader.id !== proposedBy.id)?.leader.name ?? proposedBy.name
