import type { ComponentType } from 'react'
import { loadTexts } from './i18n.ts'

/** Who a page is for: `anyone`; `signedIn`; `organisation` (signed in and acting for one), which is the rule when a route says nothing. */
export type PageAccess = 'anyone' | 'signedIn' | 'organisation'

/** A page fetched when it is opened, together with its texts: `lazy: page(['needs'], async () => (await import('./need-page.tsx')).NeedPage)`. */
export const page = (namespaces: readonly string[], load: () => Promise<ComponentType>) => async () => {
  const [Component] = await Promise.all([load(), loadTexts(namespaces)])
  return { Component }
}
