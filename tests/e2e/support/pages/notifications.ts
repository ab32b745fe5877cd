import type { Locator } from 'playwright-core'
import type { Person } from '../person.ts'

/** The lines of the open notification page that say so. */
export const newsOf = ({ page }: Pick<Person, 'page'>, text: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text })
