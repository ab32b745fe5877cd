import type { AmendmentChange } from '@mutuo/shared/missions/amendment.schema.ts'
import { amendmentProcess } from '@mutuo/shared/missions/amendment.process.ts'
import {
  decideAmendment,
  firmsToAgreeThemselves,
  electorateOf,
  isAmendable,
  isOutdated,
  revise,
  type AmendableMilestone,
} from '@mutuo/shared/missions/amendment.rules.ts'
import { canonicalJson } from '@mutuo/shared/missions/canonical.ts'
import { allocate } from '@mutuo/shared/money/allocate.ts'
import { splitMatrix } from '@mutuo/shared/money/matrix.ts'
import { splitByWeight } from '@mutuo/shared/money/largest-remainder.ts'
import { vatOf } from '@mutuo/shared/money/vat.ts'
import { movesFrom } from '@mutuo/shared/process/process.ts'
import fc from 'fast-check'

const today = '2027-03-01'
const lot = { lotId: 'plan', lotKind: 'common', lotTitle: 'Plan' } as const
const words = { title: 'Jalon', description: '', dueOn: '2027-05-01' }
const own: AmendableMilestone = {
  ...words,
  id: 'own',
  lotId: 'shop',
  lotKind: 'own',
  lotTitle: 'Boutique',
  state: 'planned',
  acceptedBy: [],
  cells: [{ firmId: 'firm-1', netMinor: 5_000, state: 'retained' }],
}

type Drawn = { weights: number[]; priceMinor: number; parts: number[]; accepted: number }
const drawn = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 9 }),
  priceMinor: fc.integer({ min: 20_000, max: 2_000_000 }),
  parts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 5 }),
  accepted: fc.integer({ min: 0, max: 3 }),
})

/** A mission as an award makes it: shares by the key inside caps, cut into milestones; the first of them accepted. */
const missionOf = ({ weights, priceMinor, parts, accepted }: Drawn) => {
  const firmIds = weights.map((_, at) => `firm-${at}`)
  const caps = new Map(firmIds.map((firmId, at) => [firmId, Math.ceil(priceMinor / weights.length) + at * 7]))
  const { shares } = allocate({
    totalMinor: priceMinor,
    parties: firmIds.map((id, at) => ({ id, weight: weights[at]!, maxMinor: caps.get(id)! })),
  })
  const ids = parts.map((_, at) => `m-${at}`)
  const amounts = splitByWeight(priceMinor, parts, ids)
  const matrix = splitMatrix({
    rows: firmIds.map((id) => ({ id, amountMinor: shares.get(id)! })),
    columns: ids.map((id, at) => ({ id, amountMinor: amounts[at]! })),
  })
  const isAccepted = (at: number) => at < Math.min(accepted, ids.length - 1)
  const milestones = ids.map((id, at): AmendableMilestone => ({
    ...lot,
    ...words,
    id,
    state: isAccepted(at) ? 'released' : 'planned',
    acceptedBy: isAccepted(at) ? firmIds : [],
    cells: [...matrix.get(id)!]
      .filter(([, netMinor]) => netMinor > 0)
      .map(([firmId, netMinor]) => ({ firmId, netMinor, state: isAccepted(at) ? 'transferred' : 'retained' })),
  }))
  const weightOf = (_: string, firmId: string) => weights[firmIds.indexOf(firmId)]!
  return { firmIds, caps, shares, milestones, weightOf, vatRateBpOf: () => 0, seed: 'need', today }
}
type Mission = ReturnType<typeof missionOf>
const amountOf = ({ cells }: { cells: AmendableMilestone['cells'] }) => cells.reduce((sum, cell) => sum + cell.netMinor, 0)
const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, one) => total + one, 0)
const revised = (mission: Mission, changes: AmendmentChange[]) => revise({ ...mission, changes })
const open = (mission: Mission) => mission.milestones.filter(isAmendable)
const last = (mission: Mission) => open(mission).at(-1)!

describe('an amendment', () => {
  it('ends in the word that makes it agreed, or the last payment, a refusal, a withdrawal or its time', () => {
    expect(movesFrom(amendmentProcess, 'proposed', 'firm')).toEqual(['apply', 'collect', 'refuse'])
    expect(movesFrom(amendmentProcess, 'proposed', 'freelancer')).toEqual(['apply', 'collect', 'refuse'])
    expect(movesFrom(amendmentProcess, 'proposed', 'proposer')).toEqual(['withdraw'])
    expect(movesFrom(amendmentProcess, 'proposed', 'system')).toEqual(['expire'])
    expect(movesFrom(amendmentProcess, 'collecting', 'system')).toEqual(['complete', 'expire'])
    for (const actor of ['firm', 'freelancer', 'proposer'] as const) expect(movesFrom(amendmentProcess, 'collecting', actor)).toEqual([])
    for (const state of ['applied', 'refused', 'withdrawn', 'expired'] as const)
      for (const actor of ['firm', 'freelancer', 'proposer', 'system'] as const)
        expect(movesFrom(amendmentProcess, state, actor)).toEqual([])
  })

  it('that lowers a price moves nothing that is accepted, sums to the cent, and asks no firm for more than before nor its cap', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 99 }), (said, percent) => {
        const mission = missionOf(said)
        const touched = last(mission)
        const before = amountOf(touched)
        const netMinor = Math.floor((before * percent) / 100)
        fc.pre(netMinor > 0 && netMinor < before)
        const { milestones, shares, totalMinor } = revised(mission, [{ kind: 'price', milestoneId: touched.id, netMinor }])
        expect(milestones.map(({ id }) => id)).toEqual([touched.id])
        expect(sum(milestones[0]!.cells.values())).toBe(netMinor)
        expect(totalMinor).toBe(said.priceMinor - before + netMinor)
        expect(sum(shares.values())).toBe(totalMinor)
        for (const firmId of mission.firmIds) {
          const kept = sum(
            mission.milestones
              .filter(({ id }) => id !== touched.id)
              .flatMap(({ cells }) => cells.filter((cell) => cell.firmId === firmId).map((cell) => cell.netMinor)),
          )
          expect(shares.get(firmId)!).toBe(kept + (milestones[0]!.cells.get(firmId) ?? 0))
          expect(shares.get(firmId)!).toBeGreaterThanOrEqual(kept)
          expect(shares.get(firmId)!).toBeLessThanOrEqual(mission.shares.get(firmId)!)
          expect(shares.get(firmId)!).toBeLessThanOrEqual(mission.caps.get(firmId)!)
        }
      }),
    )
  })

  it('that moves money from a milestone to a new one leaves every share as it is', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 99 }), (said, percent) => {
        const mission = missionOf(said)
        const touched = last(mission)
        const before = amountOf(touched)
        const netMinor = Math.floor((before * percent) / 100)
        fc.pre(netMinor > 0 && netMinor < before)
        const { milestones, shares, totalMinor } = revised(mission, [
          { kind: 'price', milestoneId: touched.id, netMinor },
          { kind: 'add', milestoneId: 'new', lotId: 'plan', ...words, netMinor: before - netMinor },
        ])
        expect(totalMinor).toBe(said.priceMinor)
        expect(shares).toEqual(mission.shares)
        expect(milestones.map(({ id, cells, isNew }) => [id, sum(cells.values()), isNew])).toEqual([
          [touched.id, netMinor, false],
          ['new', before - netMinor, true],
        ])
      }),
    )
  })

  it('costs no firm a cent of VAT more, whatever the roundings: the price gives way, by a cent a milestone at most', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 99 }), (said, percent) => {
        const mission = { ...missionOf(said), vatRateBpOf: () => 2000 }
        const touched = last(mission)
        const before = amountOf(touched)
        const netMinor = Math.floor((before * percent) / 100)
        fc.pre(netMinor > 100 && netMinor < before - 100)
        const { milestones, totalMinor, shares } = revised(mission, [
          { kind: 'price', milestoneId: touched.id, netMinor },
          { kind: 'add', milestoneId: 'new', lotId: 'plan', ...words, netMinor: before - netMinor },
        ])
        expect(sum(shares.values())).toBe(totalMinor)
        expect(said.priceMinor - totalMinor).toBeLessThanOrEqual(2 * mission.firmIds.length)
        const grossOf = (amounts: number[]) => sum(amounts.map((amount) => amount + vatOf(amount, 2000)))
        for (const firmId of mission.firmIds) {
          const was = grossOf(touched.cells.filter((cell) => cell.firmId === firmId).map((cell) => cell.netMinor))
          expect(grossOf(milestones.map(({ cells }) => cells.get(firmId) ?? 0))).toBeLessThanOrEqual(was)
        }
      }),
    )
  })

  it('that takes a milestone out gives each firm exactly its part of it back', () => {
    fc.assert(
      fc.property(drawn, (said) => {
        const mission = missionOf(said)
        fc.pre(open(mission).length > 1)
        const touched = last(mission)
        const { milestones, shares } = revised(mission, [{ kind: 'remove', milestoneId: touched.id }])
        expect(milestones).toEqual([expect.objectContaining({ id: touched.id, cells: new Map() })])
        for (const firmId of mission.firmIds) {
          const part = touched.cells.find((cell) => cell.firmId === firmId)?.netMinor ?? 0
          expect(shares.get(firmId)).toBe(mission.shares.get(firmId)! - part)
        }
      }),
    )
  })

  const small = () => missionOf({ weights: [1, 1, 1], priceMinor: 90_000, parts: [1, 1, 1], accepted: 1 })
  const refused = (changes: AmendmentChange[]) => {
    try {
      revised(small(), changes)
    } catch (error) {
      return (error as { code: string; params: object }).code
    }
    return null
  }

  it('is refused where it touches what is accepted, changes nothing, leaves nothing, lies in the past or raises a share by less than a charge', () => {
    expect(refused([{ kind: 'price', milestoneId: 'm-0', netMinor: 100 }])).toBe('MILESTONE_NOT_AMENDABLE')
    expect(refused([{ kind: 'date', milestoneId: 'm-1', dueOn: words.dueOn }])).toBe('AMENDMENT_CHANGES_NOTHING')
    expect(refused(['m-1', 'm-2'].map((milestoneId) => ({ kind: 'remove', milestoneId })))).toBe('AMENDMENT_LEAVES_NOTHING')
    expect(refused([{ kind: 'date', milestoneId: 'm-1', dueOn: '2027-02-28' }])).toBe('DUE_DAY_PASSED')
    expect(refused([{ kind: 'price', milestoneId: 'm-1', netMinor: 30_297 }])).toBe('AMENDMENT_RISE_TOO_SMALL')
    expect(refused([{ kind: 'price', milestoneId: 'm-1', netMinor: 30_300 }])).toBeNull()
    expect(refused([{ kind: 'add', milestoneId: 'm-9', lotId: 'elsewhere', ...words, netMinor: 100 }])).toBe('LOTS_DO_NOT_MATCH')
    expect(refused([{ kind: 'date', milestoneId: 'm-1', dueOn: '2027-06-01' }])).toBeNull()
  })

  it('that makes a common lot dearer adds to each share its part of the rise by the key, to the cent, whatever the caps and the order', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 500, max: 500_000 }), (said, riseMinor) => {
        const mission = { ...missionOf(said), vatRateBpOf: () => 2000 }
        const touched = last(mission)
        const parts = splitByWeight(riseMinor * said.weights.length, said.weights, mission.firmIds, mission.seed)
        fc.pre(parts.every((part) => part >= 100))
        const change: AmendmentChange = {
          kind: 'price',
          milestoneId: touched.id,
          netMinor: amountOf(touched) + riseMinor * said.weights.length,
        }
        const { milestones, shares, rises, totalMinor } = revised(mission, [change])
        expect(milestones.map(({ id }) => id)).toEqual([touched.id])
        expect(sum(milestones[0]!.cells.values())).toBe(change.netMinor)
        expect(sum(shares.values())).toBe(totalMinor)
        for (const [at, firmId] of mission.firmIds.entries()) {
          expect(shares.get(firmId)).toBe(mission.shares.get(firmId)! + parts[at]!)
          const grossOf = (netMinor: number) => netMinor + vatOf(netMinor, 2000)
          const was = touched.cells.find((cell) => cell.firmId === firmId)?.netMinor ?? 0
          const { grossMinor, netMinor, vatMinor, commonNetMinor, ownNetMinor } = rises.get(firmId)!
          expect(grossMinor).toBe(grossOf(milestones[0]!.cells.get(firmId)!) - grossOf(was))
          expect([netMinor + vatMinor, commonNetMinor, ownNetMinor]).toEqual([grossMinor, netMinor, 0])
        }
        const turned = {
          ...mission,
          firmIds: [...mission.firmIds].reverse(),
          milestones: mission.milestones.map((one) => ({ ...one, cells: [...one.cells].reverse() })),
        }
        expect(new Map([...revised(turned, [change]).shares].sort())).toEqual(new Map([...shares].sort()))
      }),
    )
  })

  it('may raise one firm’s own lot while a common lot becomes cheaper: who pays more is charged, who pays less is given back', () => {
    const its = { ...small(), milestones: [...small().milestones, own], vatRateBpOf: () => 2000 }
    const { shares, rises } = revise({
      ...its,
      changes: [
        { kind: 'price', milestoneId: 'own', firmId: 'firm-1', netMinor: 8_000 },
        { kind: 'price', milestoneId: 'm-1', netMinor: 27_000 },
      ],
    })
    expect([...shares.values()]).toEqual([29_000, 37_000, 29_000])
    expect([...rises]).toEqual([
      ['firm-1', { netMinor: 2_000, vatMinor: 400, grossMinor: 2_400, commonNetMinor: -1_000, ownNetMinor: 3_000 }],
    ])
  })

  it('needs the own word of a firm that would pay more than it has pledged, and of one that pays for nothing that is touched', () => {
    const electors = ['firm-0', 'firm-1'].map((firmId) => ({ firmId, weightMinor: 1 }))
    const rise = { netMinor: 1, vatMinor: 0, grossMinor: 1, commonNetMinor: 1, ownNetMinor: 0 }
    const revision = {
      shares: new Map([
        ['firm-0', 101],
        ['firm-1', 100],
        ['firm-2', 50],
        ['firm-3', 300],
      ]),
      rises: new Map(['firm-0', 'firm-1', 'firm-2'].map((firmId) => [firmId, rise])),
    }
    expect(firmsToAgreeThemselves(revision, { electors }, () => 100)).toEqual(['firm-0', 'firm-2'])
  })

  it('does not hold once a milestone that it is about is accepted or contested in part', () => {
    const changes: AmendmentChange[] = [{ kind: 'date', milestoneId: 'm-1', dueOn: '2027-06-01' }]
    expect(isOutdated(changes, small().milestones)).toBe(false)
    const moved = (at: Partial<AmendableMilestone>) => small().milestones.map((one) => (one.id === 'm-1' ? { ...one, ...at } : one))
    expect(isOutdated(changes, moved({ state: 'delivered' }))).toBe(false)
    expect(isOutdated(changes, moved({ state: 'delivered', acceptedBy: ['firm-0'] }))).toBe(true)
    const contested = small().milestones[1]!.cells.map((cell, at) => (at === 0 ? { ...cell, state: 'contested' as const } : cell))
    expect(isOutdated(changes, moved({ state: 'delivered', cells: contested }))).toBe(true)
  })

  describe('is agreed', () => {
    const changes: AmendmentChange[] = [{ kind: 'date', milestoneId: 'm-1', dueOn: '2027-06-01' }]
    const electorate = () => electorateOf({ ...small(), changes })
    const how = { freelancerId: 'f', rule: 'majority_by_euros' } as const
    const said = (yes: string[], no: string[] = []) => [
      ...yes.map((organisationId) => ({ organisationId, approves: true })),
      ...no.map((organisationId) => ({ organisationId, approves: false })),
    ]

    it('by the freelancer and by the group’s rule, weighed by what each pays', () => {
      expect(electorate().electors.map(({ weightMinor }) => weightMinor)).toEqual([30_000, 30_000, 30_000])
      expect(decideAmendment(electorate(), said(['f', 'firm-0']), how)).toBeNull()
      expect(decideAmendment(electorate(), said(['firm-0', 'firm-1']), how)).toBeNull()
      expect(decideAmendment(electorate(), said(['f', 'firm-0', 'firm-1']), how)).toBe('agree')
      expect(decideAmendment(electorate(), said(['f', 'firm-0', 'firm-1']), { ...how, rule: 'all' })).toBeNull()
    })

    it('and refused as soon as it cannot be agreed any more', () => {
      expect(decideAmendment(electorate(), said(['f'], ['firm-0']), how)).toBeNull()
      expect(decideAmendment(electorate(), said(['f'], ['firm-0', 'firm-1']), how)).toBe('refuse')
      expect(decideAmendment(electorate(), said(['f'], ['firm-0']), { ...how, rule: 'all' })).toBe('refuse')
      expect(decideAmendment(electorate(), said(['firm-0', 'firm-1'], ['f']), how)).toBe('refuse')
    })

    it('for an own lot, by its firm alone', () => {
      const its = { ...small(), milestones: [...small().milestones, own] }
      const price: AmendmentChange[] = [{ kind: 'price', milestoneId: 'own', firmId: 'firm-1', netMinor: 4_000 }]
      const asked = electorateOf({ ...its, changes: price })
      expect(asked).toEqual({ electors: [], ownFirmIds: ['firm-1'] })
      expect(decideAmendment(asked, said(['f', 'firm-1']), how)).toBe('agree')
      expect(decideAmendment(asked, said(['f'], ['firm-1']), how)).toBe('refuse')
      const { shares } = revise({ ...its, changes: price })
      expect([...shares.values()]).toEqual([30_000, 34_000, 30_000])
    })
  })
})

describe('the canonical text of a contract', () => {
  it('is the same whatever the order of the keys, and without what is undefined', () => {
    const text = canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined })
    expect(text).toBe('{"b":[1,{"c":"é","d":null}]}')
    expect(canonicalJson({ b: [1, { c: 'é', d: null }] })).toBe(text)
    expect(JSON.parse(text)).toEqual({ b: [1, { c: 'é', d: null }] })
  })
})
