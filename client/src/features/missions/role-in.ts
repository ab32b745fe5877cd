import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'

export type Role = 'firm' | 'freelancer' | 'association' | 'other'

/** What the organisation that one acts for is in this mission. */
export const roleIn = ({ firms, freelancer, group }: MissionView, organisationId: string | undefined): Role => {
  if (firms.some((firm) => firm.id === organisationId)) return 'firm'
  if (freelancer.id === organisationId) return 'freelancer'
  return group.association.id === organisationId ? 'association' : 'other'
}
