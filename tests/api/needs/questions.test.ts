import type { QuestionPage, QuestionView } from '@mutuo/shared/needs/question.schema.ts'
import type { NotificationView } from '@mutuo/shared/notifications/notification.schema.ts'
import { v7 as newId } from 'uuid'
import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import { aGroupWithOpenNeed, anOpenNeed, type OpenNeed } from '../../support/builders/need.ts'
import { aGroupWithMembers, anSmeMember, freelancers, ok, type Persona } from '../../support/personas.ts'

describe('questions about a need', () => {
  const app = testApp()
  let open: OpenNeed
  let leader: Persona
  let asker: Persona
  let rival: Persona
  const ask = (who: Pick<Persona, 'post'>, text = 'Combien de boutiques en tout ?', id = newId()) =>
    who.post(`/needs/${open.need.id}/questions`, { id, text })
  const list = async (who: Pick<Persona, 'get'>, query = '') =>
    ok(await who.get(`/needs/${open.need.id}/questions${query}`)).body as QuestionPage
  const answer = (who: Pick<Persona, 'post'>, { id, version }: QuestionView, text: string) =>
    who.post(`/questions/${id}/answer`, { version, text })

  beforeAll(async () => {
    const [opened, asking] = await Promise.all([aGroupWithOpenNeed(app), freelancers(app, 2)])
    ;[open, leader, asker, rival] = [opened, opened.owners[0]!, asking[0]!, asking[1]!]
  }, 60_000)

  it('are asked by freelancers and by the group’s firms, answered by who leads', async () => {
    const elsewhere = (await aGroupWithMembers(app, 1)).owners[0]!
    const refused = await Promise.all([ask(leader), ask(open.association), ask(elsewhere), ask(app.client()), ask(asker, '  ')])
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'ANSWERS_ONLY'],
      [403, 'ANSWERS_ONLY'],
      [403, 'NOT_A_MEMBER'],
      [401, 'SIGNED_OUT'],
      [400, 'INVALID_INPUT'],
    ])
    const id = newId()
    const twice = await Promise.all([ask(asker, 'Et les photos ?', id), ask(asker, 'Et les photos ?', id)])
    expect(twice.map(({ status, body }) => [status, body.id])).toEqual([
      [201, id],
      [201, id],
    ])
    expect((await ask(rival, 'La mienne', id)).body.code).toBe('ALREADY_EXISTS')
    expect(movesOf(await list(leader))).toEqual({})
    expect(movesOf(await list(app.client()))).toEqual({ ask: 'SIGNED_OUT' })
    expect(movesOf((await list(leader)).items[0]!)).toEqual({ answer: true })
    const [question] = (await list(asker)).items
    const notTheirs = await Promise.all([
      answer(asker, question!, 'Oui'),
      answer(open.owners[1]!, question!, 'Oui'),
      answer(rival, question!, 'Oui'),
    ])
    expect(notTheirs.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'LEADER_ONLY'],
      [403, 'LEADER_ONLY'],
      [404, 'NOT_FOUND'],
    ])
    const member = await anSmeMember(app, leader)
    expect((await answer(member, question!, 'Oui')).body.code).toBe('OWNER_ONLY')
  })

  it('are the group’s and the asker’s own until they are answered; nobody outside learns who asked', async () => {
    expect(await list(rival)).toMatchObject({ items: [], answered: 0, waiting: 0 })
    expect((await list(open.owners[1]!)).items[0]).toMatchObject({ asker: { mark: { id: asker.organisationId } }, isMine: false })
    const [question] = (await list(leader)).items
    const both = await Promise.all([answer(leader, question!, 'Elles sont fournies.'), answer(open.association, question!, 'Oui.')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    for (const outside of [rival, app.client()]) {
      const page = await list(outside)
      expect(page).toMatchObject({ answered: 1, waiting: 0, items: [{ asker: { kind: 'freelancer' }, isMine: false, earlierAnswers: [] }] })
      expect(JSON.stringify(page)).not.toContain(asker.organisationId)
    }
    expect((await list(asker)).items[0]).toMatchObject({ isMine: true, asker: { mark: { id: asker.organisationId } } })
  })

  it('keep what was answered before, for all to read', async () => {
    const [question] = (await list(leader)).items
    const said = question!.answer!.text
    expect(ok(await answer(leader, question!, said)).body).toMatchObject({ version: question!.version, earlierAnswers: [] })
    ok(await answer(leader, question!, 'Elles sont à faire.'))
    expect(await answer(leader, question!, 'Encore autre chose')).toMatchObject({ status: 409, body: { code: 'STALE_STATE' } })
    expect((await list(rival)).items[0]).toMatchObject({ answer: { text: 'Elles sont à faire.' }, earlierAnswers: [{ text: said }] })
  })

  it('come page by page, the latest first, and wait their turn', async () => {
    for (const text of ['Un', 'Deux', 'Trois']) ok(await ask(rival, text))
    const first = await list(rival, '?limit=2')
    const second = await list(rival, `?limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(['Trois', 'Deux', 'Un', 'Et les photos ?'])
    expect(second.nextCursor).toBeUndefined()
    expect(first).toMatchObject({ answered: 1, waiting: 3 })
    const last = await Promise.all(['Quatre', 'Cinq', 'Six'].map((text) => ask(rival, text)))
    expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 409])
    expect(last.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'TOO_MANY_QUESTIONS', params: { most: 5 } })
  })

  it('are told to who must answer, and their answer to who asked', async () => {
    await app.drain()
    const news = async (who: Persona) =>
      (ok(await who.get('/notifications')).body.items as NotificationView[]).filter(({ kind }) => kind.startsWith('question.'))
    expect((await news(leader))[0]).toMatchObject({ kind: 'question.asked', needsAction: true, path: `/besoins/${open.need.id}#questions` })
    expect((await news(asker)).map(({ kind }) => kind)).toEqual(['question.answered', 'question.answered'])
    expect(await news(rival)).toEqual([])
  })

  it('end with the need’s bids', async () => {
    const other = await anOpenNeed(leader, open.id)
    const { body } = ok(await rival.post(`/needs/${other.id}/questions`, { id: newId(), text: 'Trop tard ?' }))
    ok(await leader.post(`/needs/${other.id}/cancellation`, { reason: 'Pour essayer' }))
    expect(await answer(leader, body as QuestionView, 'Oui')).toMatchObject({ status: 409, body: { code: 'QUESTIONS_CLOSED' } })
  })
})
