import { useState } from 'react'
import { Button, NativeSelect, Radio, Stack } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { listAlerts, saveAlert } from '@mutuo/shared/needs/alert.endpoints.ts'
import type { AlertRhythm } from '@mutuo/shared/needs/alert.schema.ts'
import { CommuneField } from '../../platform/commune-field.tsx'
import { newId } from '../../platform/new-id.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { reaches, type Filters } from './filters.ts'
import classes from './finding.module.css'
import { useFilterWords } from './use-filter-words.ts'
import type { Place } from './use-place.ts'

export const alertRhythms: readonly AlertRhythm[] = ['immediate', 'daily', 'weekly']

/** Those who may be told of new needs: firms, and freelancers who bid. */
export const useMayAlert = () => {
  const { active } = useSession()
  return active?.kind === 'sme' || active?.kind === 'freelancer'
}

/** What of the filters is kept in an alert: how the list is sorted, or what is closed, is the list's. */
export const alertFiltersOf = ({ q, skill, near, km, groupId }: Filters): Filters => ({ q, skill, near, km, groupId })

type Props = { filters: Filters; place: Place | null }

/** Keeps the search that is open, to be told of each new need that answers it. */
export const AlertButton = ({ label, ...search }: Props & { label: string }) => {
  const [isOpen, setOpen] = useState(false)
  if (!useMayAlert()) return null
  return (
    <>
      <Button variant="outline" size="sm" leftSection={<IconBell className="ico sm" aria-hidden="true" />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <AlertDialog {...search} onClose={() => setOpen(false)} />}
    </>
  )
}

const WHOLE_COUNTRY = 'everywhere'

/** Asks around which commune, how far, and how often. */
export const AlertDialog = ({ filters, place, onClose }: Props & { onClose: () => void }) => {
  const { t } = useTranslation('needs-finding')
  const [id] = useState(newId)
  const [rhythm, setRhythm] = useState<AlertRhythm>('weekly')
  const [where, setWhere] = useState<Place | null>(place)
  const [reach, setReach] = useState(String(filters.km ?? 20))
  const isEverywhere = reach === WHOLE_COUNTRY
  const { near: _near, km: _km, ...rest } = alertFiltersOf(filters)
  const words = useFilterWords(rest, null)
  const act = useAct(saveAlert, { invalidates: [keyOf(listAlerts)], onDone: () => toastDone(t('alert.saved')) })
  const distances = [...new Set([...reaches, filters.km ?? reaches[0]])].sort((a, b) => a - b)
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('alert.ask')}
      confirmLabel={t('alert.do')}
      disabled={!isEverywhere && where === null}
      onConfirm={() => act.mutateAsync({ ...rest, ...(!isEverywhere && where && { near: where.code, km: Number(reach) }), id, rhythm })}
    >
      {words.length > 0 && (
        <ul className={classes['words']}>
          {words.map(({ key, text }) => (
            <li key={key}>
              <Chip>{text}</Chip>
            </li>
          ))}
        </ul>
      )}
      <NativeSelect
        label={t('needs:search.reach')}
        value={reach}
        onChange={(event) => setReach(event.currentTarget.value)}
        data={[
          ...distances.map((km) => ({ value: String(km), label: t('needs:search.km', { km }) })),
          { value: WHOLE_COUNTRY, label: t('alert.everywhere') },
        ]}
      />
      {!isEverywhere && <CommuneField label={t('needs:search.around')} value={where} onChange={setWhere} />}
      <Radio.Group label={t('alert.rhythm')} value={rhythm} onChange={(value) => setRhythm(value as AlertRhythm)}>
        <Stack gap={6} mt={6}>
          {alertRhythms.map((each) => (
            <Radio key={each} value={each} label={t(`alert.rhythms.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <small>{t('alert.once')}</small>
    </Confirm>
  )
}
