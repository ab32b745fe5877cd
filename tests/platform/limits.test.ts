import { growingDelay, rateLimit } from '@mutuo/server/platform/http/rate-limit.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { notesModule, patience } from './example/notes.module.ts'

describe('limits', () => {
  const app = testApp({ modules: [notesModule], environment: { RATE_LIMIT_FACTOR: '0.05' } })

  it('answer 429 with the time to wait, and the database remembers', async () => {
    const visitor = app.client()
    const answers = []
    for (let n = 0; n < 16; n += 1) answers.push(await visitor.post('/notes', { id: newId(), text: 'encore' }))
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12)
    expect(refused[0]!.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', params: { retryAfterSeconds: expect.any(Number) } })
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await app.database.db().collection('rate_limits').countDocuments()).toBe(1)
  })

  it('of one key leave the others alone, and can be forgiven', async () => {
    const limit = rateLimit('letters', { points: 40, perSeconds: 60 })
    await limit.consume('a')
    await limit.consume('a')
    await expect(limit.consume('a')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await limit.consume('b')
    await limit.reset('a')
    await limit.consume('a')
  })

  it('for wrong passwords grow with each one, and end with a right one', async () => {
    const wrong = growingDelay('passwords', { free: 60 })
    for (let n = 0; n < 3; n += 1) {
      await wrong.check('nina')
      await wrong.fail('nina')
    }
    await wrong.check('nina')
    await wrong.fail('nina')
    await expect(wrong.check('nina')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS', params: { retryAfterSeconds: 2 } })
    await wrong.fail('nina')
    await expect(wrong.check('nina')).rejects.toMatchObject({ params: { retryAfterSeconds: 4 } })
    await wrong.reset('nina')
    await wrong.check('nina')
  })

  it('count a sender whatever address it claims to forward for', async () => {
    await app.database.db().collection('rate_limits').deleteMany({})
    const visitor = app.client()
    const statuses = []
    for (let n = 0; n < 13; n += 1)
      statuses.push(
        (await visitor.post('/notes', { id: newId(), text: 'encore' }, { headers: { 'X-Forwarded-For': `10.0.0.${n}` } })).status,
      )
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('changes of one person', () => {
  const app = testApp({ modules: [notesModule], environment: { RATE_LIMIT_FACTOR: '0.25' } })

  it('are counted by a few at a time, and stop at the same number', async () => {
    const visitor = app.client()
    const write = async () => (await visitor.post('/notes', { id: newId(), text: 'encore' })).status
    const statuses = [await write()]
    const { points } = (await app.database.db().collection('rate_limits').findOne({}))!
    for (let n = 0; n < 60; n += 1) statuses.push(await write())
    expect([points, statuses.filter((status) => status === 201).length, statuses.at(-1)]).toEqual([3, 60, 429])
  })
})

describe('too many requests at once', () => {
  const app = testApp({ modules: [notesModule] })

  it('are told so early, with the time to wait; those that were taken are answered', async () => {
    const visitor = app.client()
    const asked = Array.from({ length: 450 }, async () => {
      const answer = await visitor.get('/waits/20000')
      if (answer.status === 503) patience.end()
      return answer
    })
    const answers = await Promise.all(asked)
    const refused = answers.filter(({ status }) => status === 503)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]!.body.code).toBe('OVERLOADED')
    expect(refused[0]!.headers.get('retry-after')).toBe('2')
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(300)
    expect(answers.filter(({ status }) => ![200, 503].includes(status))).toEqual([])
  }, 60_000)
})
