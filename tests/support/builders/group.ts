import type { z } from 'zod'
import type { createGroupInput } from '@mutuo/shared/groups/group.schema.ts'
import { v7 as newId } from 'uuid'

export type GroupInput = z.input<typeof createGroupInput>

export const aGroupInput = (said: Partial<GroupInput> = {}): GroupInput => ({
  id: newId(),
  name: 'Commerces du centre',
  communeCode: '42218',
  description: 'Les boutiques du centre-ville achètent ensemble leurs compétences numériques.',
  charter: 'Chacun paie sa part, et rien de plus. Chacun répond dans les délais.',
  rules: {},
  ...said,
})
