import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'

/** Firms with caps and three conditions each, the same at every call; one in ten excludes another. `mostAsked` is the largest number that any asks for. */
export const crowdOfFirms = (mostAsked: number, count = 200): Candidate[] =>
  Array.from({ length: count }, (_, i) => ({
    firmId: `firm-${i}`,
    capMinor: 60_000 + ((i * 7919) % 90_000),
    pledgedAt: new Date(Date.UTC(2026, 10, i % 28)),
    conditions: {
      minFirms: 2 + ((i * 31) % mostAsked),
      maxShareMinor: 30_000 + ((i * 104_729) % 60_000),
      startsBefore: i % 40 === 0 ? '2027-01-01' : '2027-06-01',
      ...(i % 10 === 0 && { excludedFirmIds: [`firm-${(i * 13 + 5) % count}`] }),
    },
  }))
