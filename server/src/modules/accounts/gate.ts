import { DomainError } from '@mutuo/shared/errors/domain-error.ts'

type Gate = <R>(work: () => Promise<R>) => Promise<R>

/** Lets `atOnce` through together and `waiting` wait their turn; whoever comes after is sent away at once. @throws OVERLOADED */
export const gate = ({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate => {
  let inside = 0
  const queue: Array<() => void> = []

  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else inside -= 1
  }
  const enter = async () => {
    if (inside < atOnce) {
      inside += 1
      return
    }
    if (queue.length >= waiting) throw new DomainError('OVERLOADED')
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
