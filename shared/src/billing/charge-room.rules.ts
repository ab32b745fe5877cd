import { sumMinor } from '../money/money.ts'

/** What a charge has brought and has not given out yet: neither to the freelancer, nor back to its firm. */
export type Room = { chargeId: string; leftMinor: number }
export type Drawn = { chargeId: string; amountMinor: number }

/** A sum out of the charges of one share: out of the first as far as it goes, then out of the next. @throws RangeError where they do not hold it */
export const drawFrom = (rooms: readonly Room[], amountMinor: number): Drawn[] => {
  const drawn: Drawn[] = []
  let restMinor = amountMinor
  for (const { chargeId, leftMinor } of rooms) {
    const partMinor = Math.max(0, Math.min(restMinor, leftMinor))
    if (partMinor > 0) drawn.push({ chargeId, amountMinor: partMinor })
    restMinor -= partMinor
  }
  if (restMinor > 0) throw new RangeError(`${amountMinor} is asked of charges that hold ${sumMinor(rooms.map((room) => room.leftMinor))}.`)
  return drawn
}

/** What leaves the platform out of one charge: the fees stay in what is drawn last. */
export type SplitRelease = Drawn & { transferMinor: number; feeMinor: number; commissionMinor: number }

/** The release of one part, charge by charge: no transfer is more than its charge holds, and all sum to the release. */
export const splitRelease = (
  rooms: readonly Room[],
  release: { grossMinor: number; transferMinor: number; feeMinor: number },
): SplitRelease[] => {
  let [toTransferMinor, toFeeMinor] = [release.transferMinor, release.feeMinor]
  return drawFrom(rooms, release.grossMinor).map(({ chargeId, amountMinor }) => {
    const transferMinor = Math.min(toTransferMinor, amountMinor)
    const feeMinor = Math.min(toFeeMinor, amountMinor - transferMinor)
    toTransferMinor -= transferMinor
    toFeeMinor -= feeMinor
    return { chargeId, amountMinor, transferMinor, feeMinor, commissionMinor: amountMinor - transferMinor - feeMinor }
  })
}
