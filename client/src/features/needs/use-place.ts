import { findCommunes, getOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'

export type Place = { code: string; name: string }

/** The commune of this INSEE code, for the addresses that carry only the code. */
export const usePlace = (code: string | undefined): Place | null => {
  const { data } = useAnswer(findCommunes, { q: code ?? '' }, { enabled: code !== undefined, staleTime: Infinity })
  return data?.items.find((commune) => commune.code === code) ?? null
}

/** Where the organisation for which one acts is. */
export const useHomePlace = (): Place | null => {
  const { active } = useSession()
  const { data } = useAnswer(getOrganisation, { organisationId: active?.id ?? '' }, { enabled: active !== null, staleTime: 300_000 })
  return data ? { code: data.communeCode, name: data.commune } : null
}
