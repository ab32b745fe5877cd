import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { aFreelancer, aGroupWithMembers, anAssociation, anSmeOwner, aPerson, ok, type Persona } from '../support/personas.ts'

describe('what a group’s people hear', () => {
  const app = testApp()
  const follow = async (client: Persona, topic: string) => {
    const socket = await client.socket()
    return { socket, ack: await socket.ask('follow', { topics: [topic] }) }
  }

  it('a member and the association hear that it changed; an outside firm and a freelancer are refused', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 2)
    const [outsider, freelancer] = await Promise.all([anSmeOwner(app), aFreelancer(app)])
    const topic = `group:${id}`
    const inside = await Promise.all([association, ...owners].map((person) => follow(person, topic)))
    const outside = await Promise.all([outsider, freelancer].map((person) => follow(person, topic)))
    expect(inside.map(({ ack }) => ack['refused'])).toEqual([[], [], []])
    expect(outside.map(({ ack }) => ack['refused'])).toEqual([[topic], [topic]])
    await app.drain()
    ok(await association.post(`/groups/${id}/freeze`, { reason: 'Travaux' }))
    const isTheGroup = (change: { entity: string; id: string }) => change.entity === 'group' && change.id === id
    await Promise.all(inside.map(({ socket }) => socket.heard('changed', isTheGroup)))
    await Promise.all(outside.map(({ socket }) => socket.hearsNo('changed', isTheGroup)))
  })

  it('the association hears of a request, and the firm of the answer, without having asked', async () => {
    const [association, firm, other] = await Promise.all([anAssociation(app), anSmeOwner(app), anSmeOwner(app)])
    const groupId = newId()
    ok(
      await association.post('/groups', {
        id: groupId,
        name: 'Halles',
        communeCode: '42218',
        description: '',
        charter: 'La charte.',
        rules: {},
      }),
    )
    const [desk, shop, rival] = await Promise.all([association.socket(), firm.socket(), other.socket()])
    const membershipId = newId()
    ok(await firm.post(`/groups/${groupId}/memberships`, { id: membershipId, signsCharter: true }))
    const isMembership = (change: { entity: string; id: string }) => change.entity === 'membership' && change.id === groupId
    await desk.heard('changed', isMembership)
    ok(await association.post(`/groups/${groupId}/memberships/${membershipId}/approval`))
    await shop.heard('changed', (change) => isMembership(change) && change.topic === `organisation:${firm.organisationId}`)
    await rival.hearsNo('changed', isMembership)
  })

  it('a suspended firm hears nothing more, within a second, and may not follow again', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 2)
    const [owner, stays] = owners as [Persona, Persona]
    const [leaving, staying] = await Promise.all([follow(owner, `group:${id}`), follow(stays, `group:${id}`)])
    const { members } = (await association.get(`/groups/${id}`)).body
    const { membershipId } = members.find((member: { firm: { id: string } }) => member.firm.id === owner.organisationId)
    ok(await association.post(`/groups/${id}/memberships/${membershipId}/suspension`, { reason: 'Absence' }))
    await app.drain()
    await new Promise((resolve) => setTimeout(resolve, 200))
    const heardBefore = leaving.socket.all('changed').filter(({ topic }) => topic === `group:${id}`).length
    const { version } = (await association.get(`/groups/${id}`)).body
    ok(await association.patch(`/groups/${id}`, { version, description: 'Un autre mot' }))
    await app.drain()
    await staying.socket.heard('changed', ({ entity, id: changed }) => entity === 'group' && changed === id)
    expect(leaving.socket.all('changed').filter(({ topic }) => topic === `group:${id}`)).toHaveLength(heardBefore)
    expect(await leaving.socket.ask('follow', { topics: [`group:${id}`] })).toMatchObject({ ok: true, refused: [`group:${id}`] })
  })

  it('nobody follows the topics of another person or organisation', async () => {
    const [owner, person] = await Promise.all([anSmeOwner(app), aPerson(app)])
    const topics = [`user:${owner.userId}`, `organisation:${owner.organisationId}`]
    const socket = await person.socket()
    expect(await socket.ask('follow', { topics })).toMatchObject({ ok: true, refused: topics })
  })
})
