import { organisations } from '@mutuo/server/modules/organisations/index.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import type { GroupRules } from '@mutuo/shared/groups/group.schema.ts'
import type { createNeedInput, NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { makePledgeInput, PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import type { App } from '../app.ts'
import { aGroupWithMembers, ok, type Group, type Persona } from '../personas.ts'

export type NeedInput = z.input<typeof createNeedInput>
export type PledgeInput = Omit<z.input<typeof makePledgeInput>, 'needId'>
type SaidOfPledge = Partial<PledgeInput>

const DAY_MS = 86_400_000

export const inDays = (days: number): string => new Date(now().getTime() + days * DAY_MS).toISOString()
export const dayIn = (days: number): string => inDays(days).slice(0, 10)

/** A common lot of 1 200 € in equal parts, one of 600 € by shops, and 150 € for each firm: 1 800 € + 150 € a firm. */
export const aNeedInput = (groupId: string, said: Partial<NeedInput> = {}): NeedInput => ({
  id: newId(),
  groupId,
  title: 'Référencement local de nos boutiques',
  summary: 'Être trouvés en premier quand on cherche une boulangerie, un fleuriste, un caviste.',
  skills: ['local-seo'],
  communeCode: '42218',
  lots: [
    { id: newId(), kind: 'common', title: 'Audit et plan commun', description: '', targetMinor: 120_000, shareKey: 'equal' },
    { id: newId(), kind: 'common', title: 'Suivi mensuel', description: '', targetMinor: 60_000, shareKey: 'units' },
    { id: newId(), kind: 'own', title: 'Fiche d’établissement', description: '', targetMinor: 15_000 },
  ],
  minFirms: 3,
  targetFirms: 6,
  gatheringClosesAt: inDays(9),
  bidsCloseAt: inDays(14),
  voteClosesAt: inDays(21),
  startsOn: dayIn(40),
  rules: {},
  ...said,
})

export const aDraftNeed = async (leader: Persona, groupId: string, said: Partial<NeedInput> = {}): Promise<NeedView> =>
  ok(await leader.post('/needs', aNeedInput(groupId, said))).body as NeedView

export const anOpenNeed = async (leader: Persona, groupId: string, said: Partial<NeedInput> = {}): Promise<NeedView> => {
  const draft = await aDraftNeed(leader, groupId, said)
  return ok(await leader.post(`/needs/${draft.id}/publication`)).body as NeedView
}

export type OpenNeed = Group & { need: NeedView }

/** A group of `firms` firms whose first one leads a need that gathers. */
export const aGroupWithOpenNeed = async (
  app: App,
  { firms = 3, charter = {}, ...said }: Partial<NeedInput> & { firms?: number; charter?: Partial<GroupRules> } = {},
): Promise<OpenNeed> => {
  const group = await aGroupWithMembers(app, firms, { rules: charter })
  const need = await anOpenNeed(group.owners[0]!, group.id, said)
  await app.drain()
  return { ...group, need }
}

/** The firm has saved a card, as billing notes it once Stripe has said so. */
export const saveCard = ({ organisationId }: Persona): Promise<void> =>
  transaction((tx) =>
    organisations.recordPayment(
      organisationId,
      {
        stripeCustomerId: `cus_${organisationId.slice(-8)}`,
        paymentMethodId: `pm_${organisationId.slice(-8)}`,
        brand: 'visa',
        last4: '4242',
        expires: '2030-01',
        savedAt: now(),
      },
      tx,
    ),
  )

export const aPledgeInput = (said: SaidOfPledge = {}): PledgeInput => ({
  id: newId(),
  capMinor: 90_000,
  coverMinor: 0,
  units: 1,
  conditions: {},
  ...said,
})

/** "Moi aussi", without a card yet. */
export const aDraftPledge = async (owner: Persona, needId: string, said: SaidOfPledge = {}): Promise<PledgeView> =>
  ok(await owner.post(`/needs/${needId}/pledges`, aPledgeInput(said))).body as PledgeView

/** The whole way: joins, saves a card, confirms. */
export const aReadyPledge = async (owner: Persona, needId: string, said: SaidOfPledge = {}): Promise<PledgeView> => {
  const { id, version } = await aDraftPledge(owner, needId, said)
  await saveCard(owner)
  return ok(await owner.post(`/pledges/${id}/confirmation`, { version, consents: true })).body as PledgeView
}

export type PledgedNeed = OpenNeed & { pledges: PledgeView[] }

/** A need that gathers in a group that is there, led and pledged by its first `count` firms. */
export const aPledgedNeed = async (group: Group, count: number, said: Partial<NeedInput> = {}): Promise<PledgedNeed> => {
  const need = await anOpenNeed(group.owners[0]!, group.id, said)
  const pledges: PledgeView[] = []
  for (const owner of group.owners.slice(0, count)) pledges.push(await aReadyPledge(owner, need.id))
  return { ...group, need, pledges }
}

/** The same in a group of its own, which has one firm more. */
export const aNeedWithPledges = async (
  app: App,
  count: number,
  { firms = count + 1, ...said }: Partial<NeedInput> & { firms?: number } = {},
): Promise<PledgedNeed> => {
  const pledged = await aPledgedNeed(await aGroupWithMembers(app, firms), count, said)
  await app.drain()
  return pledged
}

export const getNeed = async (client: Pick<Persona, 'get'>, needId: string): Promise<NeedView> =>
  ok(await client.get(`/needs/${needId}`)).body as NeedView
