import { needs } from '../needs/index.ts'
import { nameOf, tellOf } from './tell.ts'
import type { Notice } from './notify.ts'

type OfInvitation = { needId: string; firmId: string; invitedBy: string; title: string }
type OfAlert = { userId: string; organisationId: string; count: number; title: string; path: `/${string}` }

export const listenForFindingNotices = () => {
  tellOf<OfInvitation>('need.firm_invited', async ({ needId, firmId, invitedBy, title }) => ({
    kind: 'need.invited',
    topic: 'needs',
    to: [firmId],
    params: { firm: await nameOf(invitedBy), title },
    path: path(needId),
    needsAction: true,
  }))
  // The letter is the alert's own, at its own rhythm and with the way to end it.
  tellOf<OfAlert>('alert.found', ({ userId, organisationId, count, title, path }) => ({
    kind: 'alert.found',
    topic: 'needs',
    to: [organisationId],
    onlyUserIds: [userId],
    hasOwnLetter: true,
    params: { count, title },
    path,
  }))
}

type OfMerge = { keptId: string; absorbedId: string; proposerId: string; otherId: string; answersBy: string }

const path = (needId: string): `/${string}` => `/besoins/${needId}`

const titlesOf = async ({ keptId, absorbedId }: OfMerge) => {
  const found = await needs.many([keptId, absorbedId])
  const titleOf = (needId: string) => found.find(({ _id }) => _id === needId)?.content.title ?? ''
  return { kept: titleOf(keptId), absorbed: titleOf(absorbedId) }
}

export const listenForMergeNotices = () => {
  const notice = async (kind: Notice['kind'], to: string[], about: OfMerge, more: Partial<Notice> = {}): Promise<Notice> => ({
    kind,
    topic: 'needs',
    to,
    params: await titlesOf(about),
    path: path(about.absorbedId),
    ...more,
  })
  tellOf<OfMerge>('merge.proposed', async (about) =>
    notice('merge.proposed', [about.otherId], about, {
      params: { ...(await titlesOf(about)), firm: await nameOf(about.proposerId), until: about.answersBy },
      needsAction: true,
    }),
  )
  tellOf<OfMerge & { firmIds: string[] }>('merge.agreed', async (about) =>
    notice('merge.to_answer', about.firmIds, about, {
      params: { ...(await titlesOf(about)), until: about.answersBy },
      ownersOnly: true,
      needsAction: true,
    }),
  )
  tellOf<OfMerge>('merge.declined', (about) => notice('merge.declined', [about.proposerId], about))
  for (const name of ['merge.withdrawn', 'merge.lapsed'])
    tellOf<OfMerge & { firmIds: string[] }>(name, (about) =>
      notice('merge.given_up', [about.proposerId, about.otherId, ...about.firmIds], about),
    )
  tellOf<OfMerge & { movedFirmIds: string[] }>('merge.done', (about) =>
    notice('merge.done', [about.proposerId, about.otherId, ...about.movedFirmIds], about, { path: path(about.keptId) }),
  )
}
