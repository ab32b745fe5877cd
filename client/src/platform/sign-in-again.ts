type Asked = { resolve: (isSignedIn: boolean) => void }

const state: { somebodyIsHere: boolean; asked: Asked[]; listener: ((isAsked: boolean) => void) | undefined } = {
  somebodyIsHere: false,
  asked: [],
  listener: undefined,
}

/** The session says whether somebody is signed in: nobody else is asked to come back. */
export const rememberSomebodyIsHere = (isHere: boolean) => void (state.somebodyIsHere = isHere)

/** Opens the sign-in window over the page, whose unsaved text stays. False where nobody was signed in, or the window was closed. */
export const askToSignInAgain = (): Promise<boolean> => {
  if (!state.somebodyIsHere) return Promise.resolve(false)
  return new Promise((resolve) => {
    state.asked.push({ resolve })
    state.listener?.(true)
  })
}

/** The window listens, also to what was asked while it was being fetched; answers the function that stops it. */
export const onSignInAsked = (listener: (isAsked: boolean) => void) => {
  state.listener = listener
  if (state.asked.length > 0) listener(true)
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
