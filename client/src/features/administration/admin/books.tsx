import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getBooks } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { InvariantLine } from '@mutuo/shared/billing/billing.schema.ts'
import { useAnswer } from '../../../platform/use-endpoint.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Card } from '../../../ui/card.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { StateChip } from '../../../ui/state-chip.tsx'
import classes from './administration.module.css'

/** Every invariant of the books on the live data, with how much was looked at and what breaks it. */
export const Books = () => {
  const { t } = useTranslation('administration-admin')
  const query = useAnswer(getBooks, {})
  return (
    <Loaded query={query}>
      {({ items, isBalanced }) => (
        <div className="stack">
          <Callout
            live
            tone={isBalanced ? 'ok' : 'bad'}
            icon={isBalanced ? <IconCheck /> : <IconAlertTriangle />}
            actions={
              <Button
                size="sm"
                variant="outline"
                leftSection={<IconRefresh className="ico" aria-hidden="true" />}
                loading={query.isFetching}
                onClick={() => void query.refetch()}
              >
                {t('books.again')}
              </Button>
            }
          >
            <b>{t(isBalanced ? 'books.balanced' : 'books.unbalanced')}</b> {t('books.text', { count: items.length })}
          </Callout>
          <Card>
            <ul>
              {items.map((line) => (
                <Invariant key={line.label} line={line} />
              ))}
            </ul>
          </Card>
        </div>
      )}
    </Loaded>
  )
}

const Invariant = ({ line: { id, label, checked, violations } }: { line: InvariantLine }) => {
  const { t } = useTranslation('administration-admin')
  /** The server's sentences, in English, are the keys: two checks may share one number. */
  const says = t('books.says', { returnObjects: true }) as Record<string, string>
  const isKept = violations.length === 0
  return (
    <li className={classes['invariant']}>
      <div>
        <b>{says[label] ?? label}</b>
        <small>
          {id} · {t('books.checked', { count: checked })}
        </small>
        {!isKept && (
          <ul className={classes['violations']}>
            {violations.map((violation) => (
              <li key={violation}>{violation}</li>
            ))}
          </ul>
        )}
      </div>
      <StateChip look={isKept ? 'done' : 'failed'}>{isKept ? t('books.kept') : t('books.broken', { count: violations.length })}</StateChip>
    </li>
  )
}
