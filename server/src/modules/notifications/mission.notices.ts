import { membersOf } from '@mutuo/shared/audiences/audiences.ts'
import { missions } from '../missions/index.ts'
import type { Notice } from './notify.ts'
import { nameOf, tellOf } from './tell.ts'

type OfMission = { missionId: string; firmIds: string[]; freelancerId: string; associationId: string }
type OfMilestone = OfMission & {
  milestoneId: string
  title: string
  concernedFirmIds: string[]
  awaitedFirmIds: string[]
  silentFirmIds: string[]
  firmId: string
  tacitAt: string
}

const path = (missionId: string): `/${string}` => `/missions/${missionId}`
const titleOf = async (missionId: string) => (await missions.find(missionId))?.title ?? ''

export const listenForMissionNotices = () => {
  for (const kind of ['mission.started', 'mission.completed', 'mission.cancelled'] as const) {
    tellOf<OfMission>(kind, async ({ missionId, ...parties }) => ({
      kind,
      topic: 'missions',
      to: membersOf('firms_and_freelancer', parties),
      params: { title: await titleOf(missionId) },
      path: path(missionId),
    }))
  }
  tellOf<OfMission & { delegateIds: string[] }>('mission.delegates_named', async ({ missionId, firmIds, delegateIds }) => ({
    kind: 'mission.delegates_named',
    topic: 'missions',
    to: firmIds,
    params: { title: await titleOf(missionId), delegates: (await Promise.all(delegateIds.map(nameOf))).join(', ') },
    path: path(missionId),
  }))
  const ofMilestone = (kind: Notice['kind'], to: string[], { missionId, title }: OfMilestone, more: Partial<Notice> = {}): Notice => ({
    kind,
    topic: 'missions',
    to,
    params: { milestone: title },
    path: path(missionId),
    ...more,
  })
  tellOf<OfMilestone>('milestone.delivered', (about) => {
    const params = { milestone: about.title, until: about.tacitAt }
    const others = about.concernedFirmIds.filter((firmId) => !about.awaitedFirmIds.includes(firmId))
    return [
      ofMilestone('milestone.delivered', about.awaitedFirmIds, about, { params, needsAction: true }),
      ofMilestone('milestone.delivered_to_delegates', others, about, { params }),
    ]
  })
  tellOf<OfMilestone>('milestone.reminded', (about) =>
    ofMilestone('milestone.reminder', about.silentFirmIds, about, {
      params: { milestone: about.title, until: about.tacitAt },
      needsAction: true,
    }),
  )
  tellOf<OfMilestone>('milestone.accepted', (about) =>
    ofMilestone('milestone.accepted', membersOf('firms_and_freelancer', { ...about, firmIds: about.concernedFirmIds }), about),
  )
  tellOf<OfMilestone>('milestone.changes_requested', (about) =>
    ofMilestone('milestone.changes_requested', [about.freelancerId], about, { needsAction: true }),
  )
  tellOf<OfMilestone>('milestone.contested', async (about) =>
    ofMilestone('milestone.contested', [about.freelancerId, about.associationId], about, {
      params: { milestone: about.title, firm: await nameOf(about.firmId) },
      needsAction: true,
    }),
  )
}

type OfAmendment = OfMission & { proposerId: string; askedIds: string[]; answeredIds: string[]; amendmentId: string }

/** The contract to accept, once the mission is awarded; then whatever is proposed to change in it. */
export const listenForContractNotices = () => {
  tellOf<OfMission>('mission.awarded', async ({ missionId, firmIds, freelancerId, associationId }) => ({
    kind: 'contract.to_accept',
    topic: 'missions',
    to: [...firmIds, freelancerId, associationId],
    ownersOnly: true,
    params: { title: await titleOf(missionId) },
    path: `${path(missionId)}/contrat`,
    needsAction: true,
  }))
  const ofAmendment = async (kind: Notice['kind'], to: string[], { missionId, proposerId, amendmentId }: OfAmendment): Promise<Notice> => ({
    kind,
    topic: 'missions',
    to,
    ownersOnly: true,
    params: {
      title: await titleOf(missionId),
      by: await nameOf(proposerId),
      until: (await missions.amendment(amendmentId))?.expiresAt.toISOString() ?? '',
    },
    path: `${path(missionId)}/avenants`,
    needsAction: kind === 'amendment.proposed',
  })
  tellOf<OfAmendment>('amendment.proposed', (about) =>
    ofAmendment(
      'amendment.proposed',
      about.askedIds.filter((id) => !about.answeredIds.includes(id)),
      about,
    ),
  )
  for (const kind of [
    'amendment.collecting',
    'amendment.applied',
    'amendment.refused',
    'amendment.withdrawn',
    'amendment.expired',
  ] as const)
    tellOf<OfAmendment>(kind, (about) => ofAmendment(kind, [...new Set([about.proposerId, ...about.askedIds])], about))
}

type OfShare = { missionId: string; shareId: string; firmId: string }

export const listenForMoneyNotices = () => {
  const ofShare = async (what: 'paid' | 'failed', { missionId, shareId, firmId }: OfShare): Promise<Notice> => {
    const share = await missions.share(shareId)
    const needsAction = what === 'failed'
    return {
      kind: `${share?.raises ? 'rise' : 'share'}.${what}`,
      topic: 'money',
      to: [firmId],
      ownersOnly: true,
      params: {
        title: await titleOf(missionId),
        amountMinor: share?.grossMinor ?? 0,
        ...(share?.dueBy && { until: share.dueBy.toISOString() }),
      },
      path: needsAction ? `/parts/${shareId}` : path(missionId),
      needsAction,
    }
  }
  tellOf<OfShare>('share.paid', (about) => ofShare('paid', about))
  for (const name of ['share.dunning', 'share.requires_action']) tellOf<OfShare>(name, (about) => ofShare('failed', about))
  tellOf<{ missionId: string; freelancerId: string; amountMinor: number }>(
    'transfer.made',
    async ({ missionId, freelancerId, amountMinor }) => ({
      kind: 'transfer.made',
      topic: 'money',
      to: [freelancerId],
      ownersOnly: true,
      params: { title: await titleOf(missionId), amountMinor },
      path: path(missionId),
    }),
  )
  tellOf<{ organisationId: string; status: string }>('payout_account.changed', ({ organisationId, status }) => ({
    kind: 'payout_account.changed',
    topic: 'money',
    to: [organisationId],
    ownersOnly: true,
    params: { status },
    path: '/versements',
    needsAction: status !== 'active',
  }))
  tellOf<{ roomId: string; title: string; by: string; organisationIds: string[] }>(
    'room.mentioned',
    ({ roomId, title, by, organisationIds }) => ({
      kind: 'room.mention',
      topic: 'rooms',
      to: organisationIds,
      params: { title, by },
      path: `/salons/${roomId}`,
    }),
  )
}
