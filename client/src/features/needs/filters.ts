import type { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { skillCodes } from '@mutuo/shared/organisations/skills.ts'
import type { InputFor } from '../../platform/api.ts'

type Asked = InputFor<typeof listNeeds>
export type Filters = Pick<Asked, 'q' | 'skill' | 'near' | 'state' | 'groupId' | 'closesBefore' | 'sort'> & { km?: number | undefined }
export type FilterName = keyof Filters
export type NeedSort = NonNullable<Filters['sort']>
export type NeedStateFilter = NonNullable<Filters['state']>

/** How far one may look, in kilometres. */
export const reaches = [5, 20, 40, 80, 200] as const
export const states: readonly NeedStateFilter[] = ['open', 'gathering', 'bidding', 'voting', 'awarded', 'mine']
export const sorts: readonly NeedSort[] = ['closing', 'nearly_funded', 'nearest', 'newest']

const names: readonly FilterName[] = ['q', 'skill', 'near', 'km', 'state', 'groupId', 'closesBefore', 'sort']
const oneOf = <T extends string>(values: readonly T[], value: string | null) => values.find((one) => one === value)
const matching = (pattern: RegExp, value: string | null) => (value && pattern.test(value) ? value : undefined)

/** The filters that an address asks for; what it says wrongly is left out. */
export const readFilters = (search: URLSearchParams): Filters => {
  const near = matching(/^(\d{5}|2[AB]\d{3})$/, search.get('near'))
  const km = Number(search.get('km') ?? NaN)
  const found: Filters = {
    q: search.get('q')?.trim().slice(0, 100) || undefined,
    skill: oneOf(skillCodes, search.get('skill')),
    near,
    km: near && Number.isInteger(km) && km >= 1 && km <= 500 ? km : undefined,
    state: oneOf(states, search.get('state')),
    groupId: matching(/^[0-9a-f-]{36}$/, search.get('groupId')),
    closesBefore: matching(/^\d{4}-\d{2}-\d{2}$/, search.get('closesBefore')),
    sort: oneOf(sorts, search.get('sort')),
  }
  return withoutEmpty(found)
}

export const writeFilters = (filters: Filters): string => {
  const search = new URLSearchParams()
  for (const name of names) {
    const value = filters[name]
    if (value !== undefined) search.set(name, String(value))
  }
  const text = search.toString()
  return text && `?${text}`
}

export const withoutEmpty = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')) as Filters

/** Nothing but a place or a trade: the shelves are shown. Anything more precise is a list. */
export const isBrowsing = ({ q, state, groupId, sort }: Filters) =>
  q === undefined && groupId === undefined && sort === undefined && (state === undefined || state === 'open' || state === 'gathering')
