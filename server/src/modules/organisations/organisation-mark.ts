import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { fold } from '../../data/fold.ts'
import type { OrganisationRecord } from './organisation.model.ts'

const SMALL_WORDS = new Set(['le', 'la', 'les', 'l', 'de', 'du', 'des', 'd', 'et', 'a', 'au', 'aux', 'en', 'chez', 'the', 'of', 'and'])

/** How an organisation is recognised on every screen. */
export const markOf = ({
  _id,
  name,
  kind,
  address,
  colour,
}: Pick<OrganisationRecord, '_id' | 'name' | 'kind' | 'address' | 'colour'>): OrganisationMark => ({
  id: _id,
  name,
  kind,
  initials: initialsOf(name),
  colour,
  commune: address.commune,
})

/** Two letters: of the first two words that say something, or the first two of the only one. */
const initialsOf = (name: string): string => {
  const words = fold(name).split(' ').filter(Boolean)
  const [first = '?', second] = words.some((word) => !SMALL_WORDS.has(word)) ? words.filter((word) => !SMALL_WORDS.has(word)) : words
  return (second ? `${[...first][0]}${[...second][0]}` : [...first].slice(0, 2).join('')).toUpperCase()
}
