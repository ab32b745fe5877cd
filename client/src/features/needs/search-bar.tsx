import { useState, type FormEvent } from 'react'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CommuneField } from '../../platform/commune-field.tsx'
import { reaches } from './filters.ts'
import classes from './needs.module.css'
import type { FilterControl } from './use-filters.ts'
import type { Place } from './use-place.ts'

const usualReach = 20

type Props = { control: FilterControl; place: Place | null; home: Place | null }

/** What one looks for, and around where. On the phone the place is among all filters. */
export const SearchBar = ({ control, place, home }: Props) => {
  const { t } = useTranslation('needs')
  const { filters, change } = control
  const [words, setWords] = useState(filters.q ?? '')
  const [where, setWhere] = useState<Place | null>(place)
  const [km, setKm] = useState(filters.km ?? usualReach)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change({ q: words.trim() || undefined, near: where?.code, km: where ? km : undefined })
  }
  return (
    <form className={classes['seek']} role="search" onSubmit={submit}>
      <TextInput
        label={t('search.words')}
        type="search"
        placeholder={t('search.example')}
        value={words}
        maxLength={100}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="wide-only">
        <CommuneField label={t('search.around')} hint="" value={where} placeholder={home?.name} onChange={setWhere} />
      </div>
      <div className="wide-only">
        <NativeSelect
          aria-label={t('search.reach')}
          value={String(km)}
          onChange={(event) => setKm(Number(event.currentTarget.value))}
          data={[...new Set([...reaches, km])]
            .sort((a, b) => a - b)
            .map((reach) => ({ value: String(reach), label: t('search.km', { km: reach }) }))}
        />
      </div>
      <Button type="submit" leftSection={<IconSearch className="ico" aria-hidden="true" />}>
        <span className="wide-only">{t('search.go')}</span>
        <span className="sr phone-only">{t('search.go')}</span>
      </Button>
    </form>
  )
}
