import { useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../platform/paths.ts'
import { RemovableChip } from '../../ui/removable-chip.tsx'
import { AlertButton, useMayAlert } from './alert-button.tsx'
import { FiltersDrawer } from './filters-drawer.tsx'
import classes from './needs.module.css'
import type { FilterControl } from './use-filters.ts'
import { useFilterWords } from './use-filter-words.ts'
import type { Place } from './use-place.ts'

type Props = { control: FilterControl; place: Place | null; home: Place | null }

/** Every filter that holds, each a button that removes it; and the way to all of them. */
export const ActiveFilters = ({ control, place, home }: Props) => {
  const { t } = useTranslation('needs')
  const [isOpen, setOpen] = useState(false)
  const mayAlert = useMayAlert()
  const words = useFilterWords(control.filters, place)
  return (
    <div className={classes['filters']} role="group" aria-label={t('filters.active')}>
      {words.length > 0 && (
        <ul>
          {words.map(({ key, text, without }) => (
            <li key={key}>
              <RemovableChip remove={t('filters.remove')} onRemove={() => control.change(without)}>
                {text}
              </RemovableChip>
            </li>
          ))}
        </ul>
      )}
      <UnstyledButton className={classes['addFilter']} onClick={() => setOpen(true)}>
        <IconAdjustmentsHorizontal className="ico" aria-hidden="true" /> {t('filters.all')}
      </UnstyledButton>
      {words.length > 0 && (
        <UnstyledButton className={`link ${classes['clear']}`} onClick={control.clear}>
          {t('filters.clear')}
        </UnstyledButton>
      )}
      <AlertButton label={t('needs-finding:alert.open')} filters={control.filters} place={place ?? home} />
      {mayAlert && (
        <Link className="link" to={paths.alerts}>
          {t('needs-finding:alerts.link')}
        </Link>
      )}
      {isOpen && <FiltersDrawer control={control} place={place} home={home} onClose={() => setOpen(false)} />}
    </div>
  )
}
