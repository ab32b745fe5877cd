import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getRoom } from '@mutuo/shared/chat/chat.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { useSession } from '../../platform/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Room } from './room.tsx'

export const RoomPage = () => {
  const { t } = useTranslation('chat')
  const { roomId = '' } = useParams()
  const { active } = useSession()
  const query = useAnswer(getRoom, { roomId })
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(getRoom, { roomId })])
  if (query.error?.code === 'NOT_FOUND')
    return (
      <Page title={t('gone.title')}>
        <EmptyState title={t('gone.subtitle')} text={t('gone.text')} actions={<LinkButton to={paths.rooms}>{t('head.back')}</LinkButton>} />
      </Page>
    )
  return (
    <Loaded query={query} loading={<LoadingCards count={2} />}>
      {(room) => <Room key={room.id} room={room} />}
    </Loaded>
  )
}
