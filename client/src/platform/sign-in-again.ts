type Asked = { resolve: (isSignedIn: boolean) => void }

const state: { asked: Asked[]; listener: ((isAsked: boolean) => void) | undefined } = { asked: [], listener: undefined }

/** Opens the sign-in window over the page, whose unsaved text stays. False where nobody was signed in, or the window was closed. */
export const askToSignInAgain = (): Promise<boolean> => {
  const { listener } = state
  if (!listener) return Promise.resolve(false)
  return new Promise((resolve) => {
    state.asked.push({ resolve })
    listener(true)
  })
}

/** The window listens while somebody is signed in; answers the function that stops it. */
export const onSignInAsked = (listener: (isAsked: boolean) => void) => {
  state.listener = listener
  return () => {
    if (state.listener === listener) state.listener = undefined
  }
}

export const answerSignIn = (isSignedIn: boolean) => {
  const { asked } = state
  state.asked = []
  state.listener?.(false)
  for (const { resolve } of asked) resolve(isSignedIn)
}
