import { useTranslation } from 'react-i18next'
import { listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import type { Filters } from './filters.ts'
import type { Place } from './use-place.ts'

type FilterWords = { key: string; text: string; without: Partial<Filters> }

/** Each filter that holds in words, with what takes it away. */
export const useFilterWords = (filters: Filters, place: Place | null): FilterWords[] => {
  const { t } = useTranslation('needs')
  const group = useGroupName(filters.groupId)
  const { q, skill, near, km, state, groupId, closesBefore, sort } = filters
  const words: (FilterWords | false)[] = [
    q !== undefined && { key: 'q', text: t('filters.words', { words: q }), without: { q: undefined } },
    skill !== undefined && { key: 'skill', text: t(`skills:${skill}`), without: { skill: undefined } },
    state !== undefined && { key: 'state', text: t(`filters.state.${state}`), without: { state: undefined } },
    near !== undefined && {
      key: 'near',
      text: km === undefined ? (place?.name ?? near) : t('filters.around', { place: place?.name ?? near, km }),
      without: { near: undefined, km: undefined },
    },
    groupId !== undefined && { key: 'group', text: group ?? t('filters.group'), without: { groupId: undefined } },
    closesBefore !== undefined && {
      key: 'closes',
      text: t('filters.before', { day: closesBefore }),
      without: { closesBefore: undefined },
    },
    sort !== undefined && { key: 'sort', text: t(`filters.sort.${sort}`), without: { sort: undefined } },
  ]
  return words.filter((word) => word !== false)
}

const useGroupName = (groupId: string | undefined) => {
  const { active } = useSession()
  const { data } = useAnswer(listMyGroups, {}, { enabled: groupId !== undefined && active !== null })
  return data?.items.find(({ id }) => id === groupId)?.name
}
