import {
  awaitedFirms,
  decideAcceptance,
  decideContestation,
  nextReminderAt,
  reminderTimes,
  ruleInForce,
  type AcceptanceRule,
  type Cell,
  type DeliveredMilestone,
} from '@mutuo/shared/missions/mission.rules.ts'

const cell = (firmId: string, netMinor: number, said: Partial<Cell> = {}): Cell => ({ firmId, netMinor, state: 'retained', ...said })
const delivered = (said: Partial<DeliveredMilestone> = {}): DeliveredMilestone => ({
  state: 'delivered',
  lotKind: 'common',
  cells: [cell('baker', 100), cell('florist', 300), cell('cellar', 500)],
  acceptedBy: [],
  ...said,
})
const by = (...delegateIds: string[]): AcceptanceRule => ({ rule: 'delegates', delegateIds })
const everybody = ['baker', 'florist', 'cellar']

describe('a common lot that delegates accept', () => {
  it('is accepted for all once each of them has said so', () => {
    const first = decideAcceptance(delivered(), by('baker', 'florist'), 'baker')
    expect(first).toEqual({ acceptedBy: ['baker'], releasedFirmIds: [], isMilestoneAccepted: false })
    const second = decideAcceptance(delivered({ acceptedBy: ['baker'] }), by('baker', 'florist'), 'florist')
    expect(second).toMatchObject({ releasedFirmIds: everybody, isMilestoneAccepted: true })
  })

  it('by nobody else, however many euros it weighs', () => {
    expect(() => decideAcceptance(delivered(), by('baker'), 'cellar')).toThrow('NOT_A_DELEGATE')
    expect(awaitedFirms(delivered(), by('baker'))).toEqual(['baker'])
  })

  it('without the part of a firm that contests', () => {
    const contested = delivered({ cells: [cell('baker', 100), cell('florist', 300), cell('cellar', 500, { state: 'contested' })] })
    expect(decideAcceptance(contested, by('baker'), 'baker')).toMatchObject({ releasedFirmIds: ['baker', 'florist'] })
  })

  it('by the other delegates where one of them contests, at once where they have all said yes', () => {
    const told = decideContestation(delivered({ acceptedBy: ['baker'] }), by('baker', 'florist'), 'florist')
    expect(told).toEqual({ isWhollyContested: false, releasedFirmIds: ['baker', 'cellar'] })
  })

  it('by the majority of the euros where none is left to decide, even once the contestation is settled', () => {
    const contestedBecause = 'Il manque ma boutique'
    for (const state of ['contested', 'accepted'] as const) {
      const cells = [cell('baker', 100, { state, contestedBecause }), cell('florist', 300), cell('cellar', 500)]
      const milestone = delivered({ cells, acceptedBy: state === 'accepted' ? ['baker'] : [] })
      expect(ruleInForce(cells, by('baker'))).toBe('majority_by_euros')
      expect(awaitedFirms(milestone, by('baker'))).toEqual(['florist', 'cellar'])
      expect(decideAcceptance(milestone, by('baker'), 'cellar').releasedFirmIds).toEqual(['florist', 'cellar'])
    }
    expect(ruleInForce(delivered().cells, by('a firm without a part'))).toBe('majority_by_euros')
  })

  it('leaves own lots to their firms', () => {
    const own = delivered({ lotKind: 'own' })
    expect(awaitedFirms(own, by('baker'))).toEqual(everybody)
    expect(decideAcceptance(own, by('baker'), 'cellar')).toMatchObject({ releasedFirmIds: ['cellar'], isMilestoneAccepted: false })
  })
})

describe('reminders before silence counts', () => {
  const dayMs = 86_400_000
  const start = Date.UTC(2026, 10, 1)
  const at = (days: number) => new Date(start + days * dayMs)
  const within = (days: number) => ({ deliveredAt: at(0), tacitAt: at(days) })

  it.each([
    [14, [7, 12, 13]],
    [60, [30, 58, 59]],
    [7, [3.5, 5, 6]],
    [6, [3, 4, 5]],
    [5, [3, 4]],
    [4, [2, 3]],
    [3, [1, 2]],
    [2, [1]],
  ])('of %i days come after %j of them, never two within a day', (delay, days) => {
    expect(reminderTimes(within(delay))).toEqual(days.map(at))
  })

  it('one is next after another, and a job that comes late passes over what it has missed', () => {
    const next = (days: number) => nextReminderAt(within(14), at(days))
    expect([next(0), next(7), next(12.5), next(13)]).toEqual([at(7), at(12), at(13), null])
  })
})
