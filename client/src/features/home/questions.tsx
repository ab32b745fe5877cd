import { IconCheck, IconCurrencyEuro, IconLock, IconReceipt, IconUsers } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import { money } from '../../platform/format.ts'
import { Chip } from '../../ui/chip.tsx'
import classes from './home.module.css'

const questions = [
  { key: 'neighbour', Icon: IconCurrencyEuro },
  { key: 'enough', Icon: IconUsers },
  { key: 'work', Icon: IconLock },
  { key: 'accounts', Icon: IconReceipt },
]

export const Questions = () => {
  const { t } = useTranslation('home')
  return (
    <section className={classes['band']} aria-labelledby="questions">
      <h2 id="questions">{t('questions.title')}</h2>
      <div className={classes['trust']}>
        <div className={classes['qa']}>
          {questions.map(({ key, Icon }) => (
            <div key={key}>
              <Icon aria-hidden="true" />
              <h3>{t(`questions.${key}.title`)}</h3>
              <p>
                <Trans t={t} i18nKey={`questions.${key}.text`} components={{ strong: <strong /> }} />
              </p>
            </div>
          ))}
        </div>
        <Ticket />
      </div>
    </section>
  )
}

const Ticket = () => {
  const { t } = useTranslation('home')
  return (
    <div className={classes['ticket']} role="group" aria-label={t('ticket.label')}>
      <p className="row between">
        <b>{t('ticket.title')}</b>
        <small>FA-2026-0412</small>
      </p>
      <p>
        {t('ticket.firm')}
        <br />
        <small>{t('ticket.address')}</small>
      </p>
      <hr />
      <dl>
        <dt>{t('ticket.line')}</dt>
        <dd>{money(51_000)}</dd>
        <dt>{t('ticket.vat')}</dt>
        <dd>{money(10_200)}</dd>
        <dt className={classes['sum']}>{t('ticket.total')}</dt>
        <dd className={classes['sum']}>{money(61_200)}</dd>
      </dl>
      <hr />
      <div>
        <Chip tone="ok" icon={<IconCheck aria-hidden="true" />}>
          {t('ticket.paid')}
        </Chip>
      </div>
    </div>
  )
}
