import type { NeedTerms } from '@mutuo/shared/needs/need.schema.ts'
import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import type { BidTerms } from '@mutuo/shared/pledges/need-offer.ts'

export const lots = [
  { id: 'plan', kind: 'common' as const, title: 'Plan', description: '', targetMinor: 240_000, shareKey: 'equal' as const },
  { id: 'sheet', kind: 'own' as const, title: 'Fiche', description: '', targetMinor: 24_000 },
]
export const need: NeedTerms = { id: 'need', lots, minFirms: 3, targetFirms: 6, startsOn: '2027-02-01' }
export const firm = (firmId: string, capMinor = 200_000, conditions: Candidate['conditions'] = {}): Candidate => ({
  firmId,
  capMinor,
  conditions,
  units: 1,
  pledgedAt: new Date(firmId.charCodeAt(0)),
})
export const firms = (count: number, capMinor?: number) =>
  Array.from({ length: count }, (_, i) => firm(String.fromCharCode(97 + i), capMinor))
export const bid = (commonMinor: number, more: Partial<BidTerms> = {}): BidTerms => ({
  tiers: [{ minFirms: 1, commonMinor, perFirmMinor: 20_000 }],
  commonLots: [{ lotId: 'plan', partBp: 10_000 }],
  ownLots: [{ lotId: 'sheet', partBp: 10_000 }],
  startsOn: '2027-03-01',
  ...more,
})
