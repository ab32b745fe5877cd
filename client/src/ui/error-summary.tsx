import { useEffect, useRef } from 'react'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './error-summary.module.css'

export type FormError = { /** The id of the field. */ field?: string | undefined; text: string }

/** What must be put right, at the top of the form, with a link to each field. Takes the focus each time `errors` is a new list. `prefix` comes before a field's id. */
export const ErrorSummary = ({ errors, prefix = '' }: { errors: readonly FormError[]; prefix?: string }) => {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} className={classes['summary']} role="alert" tabIndex={-1}>
      <IconAlertCircle className="ico" aria-hidden="true" />
      <div>
        <h2>{errors.some(({ field }) => field) ? t('form.toCorrect', { count: errors.length }) : t('failed')}</h2>
        <ul>
          {errors.map(({ field, text }) => (
            <li key={`${field}${text}`}>
              {field ? (
                <a href={`#${prefix}${field}`} onClick={focusField(prefix + field)}>
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const focusField = (field: string) => (event: React.MouseEvent) => {
  event.preventDefault()
  document.getElementById(field)?.focus()
}
