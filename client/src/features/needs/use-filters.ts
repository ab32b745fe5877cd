import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '../../platform/paths.ts'
import { readFilters, withoutEmpty, writeFilters, type Filters } from './filters.ts'

/** The filters of the list, which live in the address: a link, a reload or the back button finds them again. */
export const useFilters = () => {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const filters = readFilters(search)
  const linkTo = (part: Partial<Filters>) => paths.needs + writeFilters(withoutEmpty({ ...filters, ...part }))
  return {
    filters,
    linkTo,
    change: (part: Partial<Filters>) => void navigate(linkTo(part), { preventScrollReset: true }),
    clear: () => void navigate(paths.needs, { preventScrollReset: true }),
  }
}

export type FilterControl = ReturnType<typeof useFilters>
