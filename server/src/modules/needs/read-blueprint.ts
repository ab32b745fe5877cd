import { blueprintOf } from '@mutuo/shared/needs/blueprint.rules.ts'
import type { Blueprint } from '@mutuo/shared/needs/blueprint.schema.ts'
import { organisations } from '../organisations/index.ts'
import type { NeedRecord } from './need.model.ts'
import { bidders, participation } from './participation.ts'

/** What of a need may be used again, once the names of all who took part are known and left out. */
export const readBlueprint = async (need: NeedRecord): Promise<Blueprint> => {
  const [joiners, chosen] = await Promise.all([participation().joinersOf([need._id]), bidders().chosenOf(need._id)])
  const involved = [need.leaderId, need.associationId, ...joiners.map(({ firmId }) => firmId), ...(chosen ? [chosen.freelancerId] : [])]
  const marks = await organisations.marksOf([...new Set(involved)])
  return blueprintOf(
    { ...need.content },
    {
      names: [...marks.values()].map(({ name }) => name),
      milestones: chosen?.milestones ?? [],
      startsOn: chosen?.startsOn ?? need.content.startsOn,
    },
  )
}
