import { growingDelay, rateLimit } from '@mutuo/server/platform/http/rate-limit.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { notesModule } from './example/notes.module.ts'

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
})
