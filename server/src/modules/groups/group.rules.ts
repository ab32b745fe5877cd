import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { CreateGroupInput, UpdateGroupInput } from '@mutuo/shared/groups/group.schema.ts'
import { communeOf } from '../../data/communes.ts'
import { fold } from '../../data/fold.ts'
import type { GroupRecord } from './group.model.ts'

/** @throws COMMUNE_UNKNOWN */
export const newGroup = (input: CreateGroupInput, associationId: string, now: Date): Omit<GroupRecord, 'linkHash'> => {
  const commune = communeOf(input.communeCode)
  if (!commune) throw new DomainError('COMMUNE_UNKNOWN')
  const { id, name, communeCode, description, charter, rules } = input
  return {
    _id: id,
    version: 1,
    state: 'active',
    frozenBecause: null,
    associationId,
    name,
    nameFold: fold(name),
    communeCode,
    commune: commune.name,
    departement: commune.departement,
    description,
    charter,
    charterVersion: 1,
    rules,
    linkVersion: 1,
    createdAt: now,
  }
}

type Changes = Pick<UpdateGroupInput, 'name' | 'description' | 'charter' | 'rules'>

/** The rules are part of the charter: a change of either is a new version of it, which members sign again. */
export const changedGroup = (group: GroupRecord, { name, description, charter, rules }: Changes): Partial<GroupRecord> => {
  const next = { charter: charter ?? group.charter, rules: rules ?? group.rules }
  const isNewCharter = next.charter !== group.charter || JSON.stringify(next.rules) !== JSON.stringify(group.rules)
  return {
    ...(name !== undefined && { name, nameFold: fold(name) }),
    ...(description !== undefined && { description }),
    ...(isNewCharter && { ...next, charterVersion: group.charterVersion + 1 }),
  }
}
