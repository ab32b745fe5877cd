import { useState } from 'react'
import { Button, Radio, Stack } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { listAlerts, saveAlert } from '@mutuo/shared/needs/alert.endpoints.ts'
import type { AlertRhythm } from '@mutuo/shared/needs/alert.schema.ts'
import { newId } from '../../platform/new-id.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import type { Filters } from './filters.ts'
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

/** Keeps the search that is open, to be told of each new need that answers it. */
export const AlertButton = ({ filters, place }: { filters: Filters; place: Place | null }) => {
  const { t } = useTranslation('needs-finding')
  const [isOpen, setOpen] = useState(false)
  if (!useMayAlert()) return null
  return (
    <>
      <Button variant="outline" size="sm" leftSection={<IconBell className="ico sm" aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('alert.open')}
      </Button>
      {isOpen && <AlertDialog filters={alertFiltersOf(filters)} place={place} onClose={() => setOpen(false)} />}
    </>
  )
}

export const AlertDialog = ({ filters, place, onClose }: { filters: Filters; place: Place | null; onClose: () => void }) => {
  const { t } = useTranslation('needs-finding')
  const [id] = useState(newId)
  const [rhythm, setRhythm] = useState<AlertRhythm>('weekly')
  const words = useFilterWords(filters, place)
  const act = useAct(saveAlert, { invalidates: [keyOf(listAlerts)], onDone: () => toastDone(t('alert.saved')) })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('alert.ask')}
      confirmLabel={t('alert.do')}
      onConfirm={() => act.mutateAsync({ ...filters, id, rhythm })}
    >
      {words.length > 0 ? (
        <ul className={classes['words']}>
          {words.map(({ key, text }) => (
            <li key={key}>
              <Chip>{text}</Chip>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('alert.everything')}</p>
      )}
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
