import { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { previewOf } from '@mutuo/shared/pledges/preview.rules.ts'
import { abilitiesOf } from '../../platform/access/abilities.ts'
import { no } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { candidateOf, candidatesOf, offerOfToday } from './candidates.ts'
import type { PledgeRecord } from './pledge.model.ts'
import { mayBind, mayWithdraw } from './pledge.policy.ts'

/** A firm's own pledge, for its own people. */
export const presentPledge = async (pledge: PledgeRecord, viewer: Viewer, now: Date): Promise<PledgeView> => {
  const need = await needs.get(pledge.needId)
  const [group, payment, others] = await Promise.all([
    groups.get(need.groupId),
    organisations.paymentOf(pledge.firmId),
    candidatesOf(need._id),
  ])
  const { offer } = await offerOfToday(need, others)
  const binding = mayBind(viewer, need, group.state === 'frozen', now)
  const hasCard = Boolean(payment?.paymentMethodId)
  return {
    id: pledge._id,
    version: pledge.version,
    needId: pledge.needId,
    state: pledge.state,
    capMinor: pledge.capMinor,
    coverMinor: pledge.coverMinor,
    units: pledge.units,
    ...(pledge.measure !== undefined && { measure: pledge.measure }),
    conditions: pledge.conditions,
    preview: previewOf(needs.termsOf(need), offer, others, candidateOf(pledge)),
    madeAt: pledge.madeAt.toISOString(),
    ...(payment && hasCard && { card: { brand: payment.brand, last4: payment.last4, expires: payment.expires } }),
    abilities: abilitiesOf(pledgeProcess, pledge.state, 'owner', {
      change: binding,
      confirm: binding.allowed && !hasCard ? no('PAYMENT_METHOD_MISSING') : binding,
      withdraw: mayWithdraw(viewer, need, now),
    }),
  }
}
