import { voteOpensAt } from '@mutuo/shared/needs/need.rules.ts'
import type { NeedContent } from '@mutuo/shared/needs/need.schema.ts'

/** When the vote of a need opens, by its dates. */
export const voteOpening = ({ bidsCloseAt, rules }: Pick<NeedContent, 'bidsCloseAt' | 'rules'>): string =>
  voteOpensAt({ bidsCloseAt: new Date(bidsCloseAt), rules }).toISOString()
