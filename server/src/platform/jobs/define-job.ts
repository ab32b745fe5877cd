export type JobCall = { now: Date }
export type Job = { name: string; interval: string; run: (call: JobCall) => Promise<void> }

/** Something that the system does by itself, through the same use cases as people. A run that finds nothing due does nothing; two at once are harmless. */
export const every = (interval: `${number} ${'seconds' | 'minutes' | 'hours'}`, name: `${string}.${string}`, run: Job['run']): Job => ({
  name,
  interval,
  run,
})

export const everyMinute = (name: `${string}.${string}`, run: Job['run']): Job => every('60 seconds', name, run)
