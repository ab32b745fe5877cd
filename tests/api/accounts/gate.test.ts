import { gate } from '@mutuo/server/modules/accounts/gate.ts'

describe('the gate before the hashes', () => {
  it('lets two in at once, makes some wait, and sends the rest away', async () => {
    const through = gate({ atOnce: 2, waiting: 3 })
    let [inside, most] = [0, 0]
    const work = async () => {
      most = Math.max(most, (inside += 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside -= 1
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => through(work)))
    expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(5).fill('fulfilled'), ...Array<string>(3).fill('rejected')])
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'OVERLOADED' } })
    expect(most).toBe(2)
  })

  it('stays open after a failure inside', async () => {
    const through = gate({ atOnce: 1, waiting: 1 })
    await expect(through(() => Promise.reject(new Error('inside')))).rejects.toThrow('inside')
    await expect(through(async () => 'next')).resolves.toBe('next')
  })
})
