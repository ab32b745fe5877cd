import type { Change } from '@mutuo/shared/realtime/contract.ts'
import { testApp } from '../support/app.ts'
import { anOpenNeed } from '../support/builders/need.ts'
import { aGroupWithMembers, anSmeOwner, ok, type Group, type Persona } from '../support/personas.ts'

describe('who hears that there is something new for them', () => {
  const app = testApp()
  let group: Group
  const ownOf =
    ({ userId }: Persona) =>
    (change: Change) =>
      change.entity === 'notification' && change.topic === `user:${userId}`

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 2)
    await app.drain()
  }, 60_000)

  it('those whom it is for, on each of their devices and without having asked; nobody hears of another’s', async () => {
    const [leader, member] = group.owners as [Persona, Persona]
    const stranger = await anSmeOwner(app)
    const [first, second, own, other] = await Promise.all([member, member, leader, stranger].map((who) => who.socket()))
    await anOpenNeed(leader, group.id, { rules: { visibility: 'group' } })
    await app.drain()
    for (const socket of [first!, second!]) expect(await socket.heard('changed', ownOf(member))).toMatchObject({ id: member.userId })
    for (const socket of [own!, other!]) await socket.hearsNo('changed', (change) => change.entity === 'notification')
    expect(JSON.stringify(first!.all('changed'))).not.toContain('Référencement')
  })

  it('and on the others that it was read on one', async () => {
    const [, member] = group.owners as [Persona, Persona]
    const [phone, desk] = await Promise.all([member.socket(), group.association.socket()])
    ok(await member.post('/notifications/read'))
    await phone!.heard('changed', ownOf(member))
    await desk!.hearsNo('changed', (change) => change.entity === 'notification')
  })
})
