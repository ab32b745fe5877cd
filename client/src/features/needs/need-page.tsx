import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { listQuestions } from '@mutuo/shared/needs/question.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { GroupRecordCard } from '../../platform/reviews/group-record-card.tsx'
import { useSession } from '../../platform/session.tsx'
import { useAnswer, keyOf } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { FirmsCard } from './firms-card.tsx'
import { FundingCard } from './funding-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { KeysCard } from './keys-card.tsx'
import { LikelyFirmsCard } from './likely-firms-card.tsx'
import { LotsCard } from './lots-card.tsx'
import { MergeCard } from './merge-card.tsx'
import { MyPartBar } from './my-part-bar.tsx'
import { MyPartCard } from './my-part-card.tsx'
import { NeedHead } from './need-head.tsx'
import { NextCallout } from './next-callout.tsx'
import { OrganiserPanel } from './organiser-panel.tsx'
import { PriceCard } from './price-card.tsx'
import { QuestionsCard } from './questions-card.tsx'
import { ProposeMerge } from './propose-merge.tsx'
import { ReuseCard } from './reuse-card.tsx'
import { RoomCard } from './room-card.tsx'
import { useNeedRoom } from './use-need-room.ts'
import { LinkButton } from './link-button.tsx'
import { WaitingListCard } from './waiting-list-card.tsx'

/** A need: how far it is, what it costs the reader, who is in, and the way to join; kept current while it is read. */
export const NeedPage = () => {
  const { t } = useTranslation('needs')
  const { needId = '' } = useParams()
  const query = useAnswer(getNeed, { needId })
  useLive(`need:${needId}`, [keyOf(getNeed, { needId }), keyOf(listRooms), keyOf(listQuestions)])
  if (query.data === undefined && query.error?.code === 'NOT_FOUND')
    return (
      <NoticePage title={t('need.gone')} text={t('need.goneText')} actions={<LinkButton to={paths.needs}>{t('none.all')}</LinkButton>} />
    )
  return (
    <Loaded query={query} loading={<LoadingPage />}>
      {(need) => <Need need={need} />}
    </Loaded>
  )
}

const Need = ({ need }: { need: NeedView }) => {
  const room = useNeedRoom(need)
  const { active } = useSession()
  return (
    <>
      <TwoColumns
        aside={
          <>
            <MyPartCard need={need} room={room} />
            {active?.kind === 'freelancer' && <GroupRecordCard groupId={need.group.id} />}
            {room && <RoomCard room={room} />}
          </>
        }
      >
        <NeedHead need={need} />
        <MergeCard need={need} />
        <NextCallout need={need} />
        <OrganiserPanel need={need} />
        <FundingCard need={need} />
        <PriceCard need={need} />
        <LotsCard need={need} />
        <KeysCard need={need} />
        <FirmsCard need={need} />
        <WaitingListCard need={need} />
        <LikelyFirmsCard need={need} />
        <ProposeMerge need={need} />
        <CalendarCard need={need} />
        {need.state !== 'draft' && need.state !== 'review' && <QuestionsCard need={need} />}
        <ReuseCard need={need} />
        {need.history.length > 0 && <HistoryCard need={need} />}
      </TwoColumns>
      <MyPartBar need={need} />
    </>
  )
}
