/** Runs a command to its end; a refusal is one sentence on the error stream and exit code 1. */
export const runCommandLine = (main: () => Promise<number>): void => {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exit(1)
    },
  )
}
