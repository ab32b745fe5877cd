import { useEffect, useState } from 'react'

/** A draft kept on this device until it is sent: a reload or a session that ends loses nothing. `forget` once it is sent. */
export const useDraft = <T>(name: string, initial: T) => {
  const key = `mutuo.draft.${name}`
  const [value, setValue] = useState<T>(() => read(key) ?? initial)
  useEffect(() => {
    sessionStorage.setItem(key, JSON.stringify(value))
  }, [key, value])
  return {
    value,
    setValue,
    forget: () => {
      setValue(initial)
      sessionStorage.removeItem(key)
    },
  }
}

const read = <T>(key: string): T | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
