/** Calls `stop` once: on a signal, or when the process that started this one lets go of it or dies. */
export const endWithParent = (stop: () => Promise<number>): void => {
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    void stop().then(
      (code) => process.exit(code),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('disconnect', end)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
