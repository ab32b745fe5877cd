import type { needMove } from '@mutuo/shared/needs/need.schema.ts'

/** What only whoever leads or follows the need may do. */
export type OrganiserMove = Exclude<(typeof needMove)[number], 'edit' | 'join' | 'bid' | 'seeBids' | 'seeBallot' | 'seeMission'>
