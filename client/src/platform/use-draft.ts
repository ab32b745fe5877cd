import { useEffect, useState } from 'react'

const prefix = 'mutuo.draft.'

/** A draft kept on this device until it is sent: a reload or a session that ends loses nothing. `forget` once it is sent. In `localStorage` it outlives the tab. */
export const useDraft = <T>(name: string, initial: T, storage: Storage = sessionStorage) => {
  const key = prefix + name
  const [value, setValue] = useState<T>(() => read(storage, key) ?? initial)
  useEffect(() => {
    storage.setItem(key, JSON.stringify(value))
  }, [storage, key, value])
  return {
    value,
    setValue,
    forget: () => {
      setValue(initial)
      storage.removeItem(key)
    },
  }
}

const read = <T>(storage: Storage, key: string): T | undefined => {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Nothing that somebody was writing stays on a device that they sign out of. */
export const forgetDrafts = () => {
  for (const storage of [sessionStorage, localStorage])
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
}
