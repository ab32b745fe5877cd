const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Runs `work` and prints its name, what it answered (when that is a string) and the time it took; a line every ten seconds shows that it lives. */
export const showStep = async (name, work) => {
  const start = Date.now()
  const heartbeat = setInterval(() => console.log(`… ${name} (${seconds(start)})`), 10_000)
  try {
    const answer = await work()
    console.log(`✓ ${name}${typeof answer === 'string' ? ` : ${answer}` : ''} (${seconds(start)})`)
    return answer
  } catch (error) {
    console.log(`✗ ${name} (${seconds(start)})`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}
