import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './steps.module.css'

type Step = { label: string; to?: string | undefined }

/** Where one is in a form of several pages: discs on a wide screen, one sentence and a bar on the phone. `current` counts from 0. */
export const Steps = ({ steps, current }: { steps: readonly Step[]; current: number }) => {
  const { t } = useTranslation()
  const next = steps[current + 1]
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={`${classes['wide']} wide-only`}>
        {steps.map(({ label, to }, index) => (
          <li
            key={label}
            data-look={index < current ? 'done' : index === current ? 'now' : 'todo'}
            {...(index === current ? { 'aria-current': 'step' as const } : {})}
          >
            <span className={classes['dot']} aria-hidden="true">
              {index < current ? <IconCheck /> : index + 1}
            </span>
            {index < current && to ? <Link to={to}>{label}</Link> : <span>{label}</span>}
          </li>
        ))}
      </ol>
      <div className={`${classes['phone']} phone-only`}>
        <p>
          <strong>{t('steps.now', { step: current + 1, total: steps.length, label: asWords(steps[current]?.label ?? '') })}</strong>
        </p>
        <div className={classes['bar']} aria-hidden="true">
          {steps.map(({ label }, index) => (
            <i key={label} data-on={index <= current ? '' : undefined} />
          ))}
        </div>
        {next && <small>{t('steps.next', { label: asWords(next.label) })}</small>}
      </div>
    </nav>
  )
}

/** A label within a sentence. */
const asWords = (label: string) => label.charAt(0).toLocaleLowerCase() + label.slice(1)
