import { useDeferredValue, useState, type ReactNode } from 'react'
import { Autocomplete } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findCommunes } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import type { AnswerOf } from './api.ts'
import { useAnswer } from './use-endpoint.ts'

export type Commune = AnswerOf<typeof findCommunes>['items'][number]
type Chosen = { code: string; name: string }
type Props = {
  id?: string
  label: ReactNode
  hint?: ReactNode
  value: Chosen | null
  onChange: (commune: Commune | null) => void
  error?: ReactNode
  placeholder?: string | undefined
}

const labelOf = ({ name, departement }: Commune) => `${name} (${departement})`

/** A commune of France found by its name or its postcode; only one of the list can be chosen. */
export const CommuneField = ({ label, hint, value, onChange, error, placeholder, ...rest }: Props) => {
  const { t } = useTranslation()
  const [text, setText] = useState(value?.name ?? '')
  const asked = useDeferredValue(text.replace(/ \(.*$/, '').trim())
  const { data } = useAnswer(findCommunes, { q: asked }, { enabled: asked.length >= 2, keepPrevious: true, staleTime: 3_600_000 })
  const communes = data?.items ?? []
  const type = (next: string) => {
    setText(next)
    onChange(communes.find((commune) => labelOf(commune) === next) ?? null)
  }
  /** A name typed to its end is chosen, the largest commune of that name first. */
  const leave = () => {
    const typed = text.trim().toLocaleLowerCase()
    const commune = value ? undefined : communes.find(({ name }) => name.toLocaleLowerCase() === typed)
    if (!commune) return
    setText(labelOf(commune))
    onChange(commune)
  }
  return (
    <Autocomplete
      {...rest}
      label={label}
      description={hint ?? t('commune.hint')}
      value={text}
      onChange={type}
      onBlur={leave}
      data={[...new Set(communes.map(labelOf))]}
      filter={({ options }) => options}
      limit={8}
      maxLength={60}
      autoComplete="off"
      {...(placeholder === undefined ? {} : { placeholder })}
      error={error}
    />
  )
}
