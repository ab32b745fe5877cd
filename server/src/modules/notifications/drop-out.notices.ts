import { actorIn } from '@mutuo/shared/missions/waterfall.rules.ts'
import type { WaterfallStep } from '@mutuo/shared/missions/waterfall.process.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { missions } from '../missions/index.ts'
import { notify, type Notice } from './notify.ts'
import { nameOf, tellOf } from './tell.ts'

type OfShare = { missionId: string; associationId: string; shareId: string; firmId: string }
type OfOffer = {
  missionId: string
  associationId: string
  offerId: string
  fromFirmId: string
  toFirmId: string
  cause: 'unpaid' | 'notice' | 'transfer'
}

type OfHandOver = OfShare & { fromFirmId: string; formerShareId: string }

const titleOf = async (missionId: string) => (await missions.find(missionId))?.title ?? ''
const missionPath = (missionId: string): `/${string}` => `/missions/${missionId}`

/** Who drops out and who comes in: each firm is told what is its own, the association what it has to act on. Nobody is told another's amount. */
export const listenForDropOutNotices = () => {
  tellOf<OfShare>('share.failed', async ({ missionId, shareId, firmId }) => {
    const share = await missions.share(shareId)
    if (!share || share.waterfallStep === null) return null
    return { ...(await toOwners('share.given_up', [firmId], missionId)), path: `/parts/${shareId}` }
  })
  tellOf<OfShare & { step: WaterfallStep }>('share.step_changed', async ({ missionId, associationId, shareId, firmId, step }) => {
    if (step === 'cover') return { ...(await toOwners('share.to_mend', [associationId], missionId)), needsAction: true }
    if (actorIn[step] !== 'firm') return null
    const notice = await toOwners('share.time_given', [firmId], missionId)
    const until = (await missions.share(shareId))?.dueBy?.toISOString() ?? ''
    return { ...notice, params: { ...notice.params, until }, path: `/parts/${shareId}`, needsAction: true }
  })
  tellOf<OfShare>('share.notice_given', async ({ missionId, associationId, firmId }) =>
    withName(await toOwners('share.notice_given', [associationId], missionId), await nameOf(firmId)),
  )
  tellOf<OfOffer>('share_offer.made', async ({ missionId, offerId, toFirmId }) => {
    const offer = await missions.shareOffer(offerId)
    const notice = await toOwners('share_offer.made', [toFirmId], missionId)
    const params = { ...notice.params, amountMinor: offer?.grossMinor ?? 0, until: offer?.expiresAt.toISOString() ?? '' }
    return { ...notice, params, path: `/parts-proposees/${offerId}`, needsAction: true }
  })
  tellOf<OfOffer>('share_offer.taken', async ({ missionId, associationId, toFirmId }) =>
    withName(await toOwners('share_offer.taken', [associationId], missionId), await nameOf(toFirmId)),
  )
  onEvent<OfHandOver>('share.handed_over', 'notifications.tell-former', async ({ missionId, firmId, fromFirmId, formerShareId }, event) => {
    const notice = withName(await toOwners('share_offer.taken', [fromFirmId], missionId), await nameOf(firmId))
    await notify({ ...notice, path: `/parts/${formerShareId}` }, event)
  })
  for (const name of ['share_offer.declined', 'share_offer.expired'])
    tellOf<OfOffer>(name, async ({ missionId, fromFirmId, toFirmId, cause }) =>
      cause === 'transfer' ? withName(await toOwners('share_offer.declined', [fromFirmId], missionId), await nameOf(toFirmId)) : null,
    )
  tellOf<OfOffer>('share_offer.lapsed', async ({ missionId, fromFirmId, toFirmId }) =>
    withName(await toOwners('share_offer.lapsed', [fromFirmId, toFirmId], missionId), await nameOf(toFirmId)),
  )
  // The next version of the contract names the firm that came in.
  tellOf<OfShare>('share.handed_over', async ({ missionId, firmId }) => ({
    ...(await toOwners('contract.to_accept', [firmId], missionId)),
    topic: 'missions',
    path: `${missionPath(missionId)}/contrat`,
    needsAction: true,
  }))
}

const toOwners = async (kind: Notice['kind'], to: string[], missionId: string): Promise<Notice> => ({
  kind,
  topic: 'money',
  to,
  ownersOnly: true,
  params: { title: await titleOf(missionId) },
  path: missionPath(missionId),
})

const withName = (notice: Notice, firm: string): Notice => ({ ...notice, params: { ...notice.params, firm } })
