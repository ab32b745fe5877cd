import { Button } from '@mantine/core'
import { IconDeviceLaptop, IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { listDevices, signOutEverywhereElse } from '@mutuo/shared/accounts/account.endpoints.ts'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { When } from '../../ui/when.tsx'
import classes from './devices.module.css'

const browsers = ['Firefox', 'Edg', 'OPR', 'Chrome', 'Safari']
const systems = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux']
const found = (names: readonly string[], userAgent: string) =>
  names
    .find((name) => userAgent.includes(name))
    ?.replace('Edg', 'Edge')
    .replace('OPR', 'Opera')

/** `Firefox, Windows`; the whole string where neither is known. */
const nameOf = (userAgent: string) =>
  [found(browsers, userAgent), found(systems, userAgent)].filter(Boolean).join(', ') || userAgent.slice(0, 60)

/** Where the account is open, and the way to close it everywhere else. */
export const Devices = () => {
  const { t } = useTranslation('accounts')
  const query = useAnswer(listDevices, {})
  const act = useAct(signOutEverywhereElse, { invalidates: [keyOf(listDevices)], onDone: () => toastDone(t('devices.closed')) })
  return (
    <Card aria-labelledby="appareils">
      <h2 id="appareils">{t('devices.title')}</h2>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ul className={classes['devices']}>
              {items.map(({ id, userAgent, lastSeenAt, isCurrent }) => (
                <li key={id}>
                  {/Mobi|Android|iPhone/.test(userAgent) ? (
                    <IconDeviceMobile className="ico" aria-hidden="true" />
                  ) : (
                    <IconDeviceLaptop className="ico" aria-hidden="true" />
                  )}
                  <span>
                    <b>{nameOf(userAgent)}</b>
                    <br />
                    <small>
                      {t('devices.seen')} <When at={lastSeenAt} as="relative" />
                    </small>
                  </span>
                  {isCurrent && <Chip tone="ok">{t('devices.this')}</Chip>}
                </li>
              ))}
            </ul>
            {items.length > 1 && (
              <div className="row">
                <Button variant="outline" loading={act.isPending} onClick={() => act.mutate({}, { onError: toastProblem })}>
                  {t('devices.closeOthers')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}
