import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { changeAlert, listAlerts, removeAlert } from '@mutuo/shared/needs/alert.endpoints.ts'
import type { AlertRhythm, AlertView } from '@mutuo/shared/needs/alert.schema.ts'
import { relative } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { AlertButton, alertRhythms, useMayAlert } from './alert-button.tsx'
import { writeFilters, type Filters } from './filters.ts'
import classes from './finding.module.css'
import { LinkButton } from './link-button.tsx'
import { useFilterWords } from './use-filter-words.ts'
import { useHomePlace } from './use-place.ts'

/** The searches that one keeps, how often each tells, and the way to end it. */
export const AlertsPage = () => {
  const { t } = useTranslation('needs-finding')
  const { user } = useSession()
  const query = useAnswer(listAlerts, {})
  useLive(user ? `user:${user.id}` : undefined, [keyOf(listAlerts)])
  const mayAlert = useMayAlert()
  const home = useHomePlace()
  const add = <AlertButton label={t('alerts.new')} filters={{}} place={home} />
  return (
    <Page title={t('alerts.title')} lead={t('alerts.lead')} back={{ to: paths.needs, label: t('alerts.back') }} actions={add} narrow>
      <Loaded query={query}>
        {({ items, most }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('alerts.none')}
              text={t(mayAlert ? 'alerts.noneText' : 'alerts.notYours')}
              actions={<LinkButton to={paths.needs}>{t('alerts.search')}</LinkButton>}
            />
          ) : (
            <Card plain>
              <ul>
                {items.map((alert) => (
                  <AlertLine key={alert.id} alert={alert} />
                ))}
              </ul>
              <small>{t('alerts.count', { count: items.length, most })}</small>
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}

const AlertLine = ({ alert }: { alert: AlertView }) => {
  const { t } = useTranslation('needs-finding')
  const { place, near } = { place: alert.place, near: alert.filters.near }
  const filters = alert.filters as Filters
  const words = useFilterWords(filters, place && near ? { code: near, name: place } : null)
  const name = words.map(({ text }) => text).join(', ') || t('alert.everything')
  const invalidates = [keyOf(listAlerts)]
  const change = useAct(changeAlert, { invalidates, onDone: () => toastDone(t('alerts.changed')) })
  const remove = useAct(removeAlert, { invalidates, onDone: () => toastDone(t('alerts.removed')) })
  return (
    <li className={classes['alert']}>
      <div className="stack tight">
        <ul className={classes['words']}>
          {words.length > 0 ? (
            words.map(({ key, text }) => (
              <li key={key}>
                <Chip>{text}</Chip>
              </li>
            ))
          ) : (
            <li>
              <Chip>{t('alert.everything')}</Chip>
            </li>
          )}
        </ul>
        <p>
          {alert.lastFoundAt ? t('alerts.found', { count: alert.found, when: relative(alert.lastFoundAt) }) : t('alerts.notYet')}{' '}
          <Link to={paths.needs + writeFilters({ ...filters, sort: 'newest' })}>
            {t('alerts.see')}
            <span className="sr"> {name}</span>
          </Link>
        </p>
      </div>
      <NativeSelect
        label={t('alerts.rhythm')}
        value={alert.rhythm}
        disabled={change.isPending}
        onChange={(event) =>
          change.mutate(
            { alertId: alert.id, version: alert.version, rhythm: event.currentTarget.value as AlertRhythm },
            { onError: toastProblem },
          )
        }
        data={alertRhythms.map((rhythm) => ({ value: rhythm, label: t(`alerts.rhythms.${rhythm}`) }))}
      />
      <Button
        variant="subtle"
        color="red"
        size="sm"
        loading={remove.isPending}
        onClick={() => remove.mutate({ alertId: alert.id }, { onError: toastProblem })}
      >
        {t('alerts.remove')}
        <span className="sr">&nbsp;{name}</span>
      </Button>
    </li>
  )
}
