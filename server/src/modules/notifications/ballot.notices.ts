import type { NotificationKind } from '@mutuo/shared/notifications/notification.schema.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { notify, type Notice } from './notify.ts'
import { nameOf, tellOf } from './tell.ts'

type OfBallot = { ballotId: string; needId: string; groupId: string; firmIds: string[] }
type OfVote = OfBallot & { firmId: string }
type OfProxy = OfBallot & { giverId: string; holderId: string | null }
type OfObjection = OfVote & { objectionId: string; kind: 'conflict' | 'consent'; state: string; freelancerId: string }

type Telling = { kind: NotificationKind; to: string[]; needsAction: boolean; params?: Record<string, string> }

const notice = async ({ ballotId, needId }: OfBallot, { params = {}, ...telling }: Telling): Promise<Notice> => ({
  ...telling,
  topic: 'votes',
  params: { title: (await needs.get(needId)).content.title, ...params },
  path: `/besoins/${needId}/vote/${ballotId}`,
})

const associationOf = async ({ groupId }: OfBallot): Promise<string> => (await groups.get(groupId)).associationId

export const listenForBallotNotices = () => {
  const toVoters = (kind: NotificationKind, needsAction: boolean) => (about: OfBallot) =>
    notice(about, { kind, to: about.firmIds, needsAction })
  const toAssociation = (kind: NotificationKind) => async (about: OfBallot) =>
    notice(about, { kind, to: [await associationOf(about)], needsAction: true })
  tellOf<OfBallot>('ballot.opened', toVoters('ballot.opened', true))
  tellOf<OfBallot>('ballot.second_round', toVoters('ballot.second_round', true))
  tellOf<OfBallot>('ballot.reminded', toVoters('ballot.reminder', true))
  tellOf<OfBallot>('ballot.closed', toVoters('ballot.closed', false))
  tellOf<OfBallot>('ballot.tied', toAssociation('ballot.tied'))
  tellOf<OfBallot>('ballot.held', toAssociation('ballot.held'))
  tellOf<OfVote>('vote.entered', async (about) =>
    notice(about, {
      kind: 'ballot.vote_entered',
      to: [about.firmId],
      needsAction: false,
      params: { association: await nameOf(await associationOf(about)) },
    }),
  )
  listenForProxies()
  listenForObjections()
}

/** The firm that holds it; a colleague reads it on the page. */
const listenForProxies = () => {
  const toHolder = (kind: NotificationKind, needsAction: boolean) => async (about: OfProxy) =>
    about.holderId === null
      ? null
      : notice(about, { kind, to: [about.holderId], needsAction, params: { firm: await nameOf(about.giverId) } })
  tellOf<OfProxy>('proxy.given', toHolder('ballot.proxy_given', true))
  tellOf<OfProxy>('proxy.revoked', toHolder('ballot.proxy_revoked', false))
}

/** The association hears of each; the freelancer of a conflict of interests on its bid, on the one page of the vote that it may read. */
const listenForObjections = () => {
  tellOf<OfObjection>('objection.raised', async (about) =>
    notice(about, { kind: 'ballot.objection', to: [await associationOf(about)], needsAction: true }),
  )
  tellFreelancer('objection.raised', 'ballot.bid_objected', ({ kind }) => kind === 'conflict')
  tellFreelancer('objection.settled', 'ballot.bid_out', ({ kind, state }) => kind === 'conflict' && state === 'upheld')
  tellOf<OfObjection>('objection.settled', (about) =>
    about.state === 'lifted' || about.firmId === ''
      ? null
      : notice(about, { kind: 'ballot.objection_settled', to: [about.firmId], needsAction: about.state === 'adopted' }),
  )
}

const tellFreelancer = (event: 'objection.raised' | 'objection.settled', kind: NotificationKind, isTold: (about: OfObjection) => boolean) =>
  onEvent<OfObjection>(event, 'notifications.tell-freelancer', async (about, envelope) => {
    if (!isTold(about)) return
    const told = await notice(about, { kind, to: [about.freelancerId], needsAction: event === 'objection.raised' })
    await notify({ ...told, path: `/besoins/${about.needId}/objection/${about.ballotId}/${about.objectionId}` }, envelope)
  })
