import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import type { Segment } from '../../ui/shares-bar.tsx'

export type Places = MissionMoney['all']
export type PlaceName = 'retained' | 'payable' | 'transferred' | 'platformFee' | 'commission' | 'refunded' | 'notYet'

/** Each place of the money with its look: a hatch is held back, a dash is not there yet. The first six make what was paid. */
export const placesInOrder: readonly { name: PlaceName; colour: string; look: Segment['look'] }[] = [
  { name: 'retained', colour: 'var(--ocre-4)', look: 'hatched' },
  { name: 'payable', colour: 'var(--canard-5)', look: 'hatched' },
  { name: 'transferred', colour: 'var(--canard-7)', look: 'solid' },
  { name: 'platformFee', colour: 'var(--f7)', look: 'solid' },
  { name: 'commission', colour: 'var(--f8)', look: 'solid' },
  { name: 'refunded', colour: 'var(--f3)', look: 'solid' },
  { name: 'notYet', colour: 'var(--card)', look: 'dashed' },
]

export const amountAt = (places: Places, name: PlaceName) => places[`${name}Minor`]
