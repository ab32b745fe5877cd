import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { day, list, money, number } from '../../../platform/format.ts'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useNow } from '../../../ui/when.tsx'
import classes from './desk.module.css'

const signed = (value: number) => (value === 0 ? '' : `${value > 0 ? '+' : '−'}\u00a0${number(Math.abs(value))}`)
const euros = (minor: number) => money(minor, { whole: true, signed: true })

/** Four numbers, each with how it is computed and how it moved. */
export const FiguresCard = ({ figures }: { figures: AssociationDesk['figures'] }) => {
  const { t } = useTranslation('administration-desk')
  const now = useNow()
  const { activeFirms, savedMinor, retainedMinor, decisionDays, since } = figures
  return (
    <Card aria-labelledby="reperes">
      <CardHead id="reperes" title={t('figures.title')} hint={<small>{t('figures.since', { today: day(now), since })}</small>} />
      <ul className={classes['figures']}>
        <Kpi name="activeFirms" value={number(activeFirms.value)} delta={signed(activeFirms.delta)} isGood>
          {t('figures.activeFirms.how', { parts: activeFirms.byGroup.map((count) => number(count)).join(' + ') })}
        </Kpi>
        <Kpi
          name="savedMinor"
          value={money(savedMinor.value, { whole: true })}
          delta={savedMinor.deltaMinor === 0 ? '' : euros(savedMinor.deltaMinor)}
          isGood={savedMinor.deltaMinor > 0}
        >
          {t('figures.savedMinor.how', { alone: savedMinor.aloneMinor, paid: savedMinor.paidMinor })}
        </Kpi>
        <Kpi
          name="retainedMinor"
          value={money(retainedMinor.value, { whole: true })}
          delta={retainedMinor.deltaMinor === 0 ? '' : euros(retainedMinor.deltaMinor)}
        >
          {t('figures.retainedMinor.how', { in: retainedMinor.inMinor, out: retainedMinor.outMinor })}
        </Kpi>
        <Kpi name="decisionDays" value={decisionDays.value === null ? '—' : t('common:unit.days', { count: decisionDays.value })} delta="">
          {decisionDays.last.length === 0
            ? t('figures.decisionDays.none')
            : t('figures.decisionDays.how', { count: decisionDays.last.length, days: list(decisionDays.last.map((days) => number(days))) })}
        </Kpi>
      </ul>
    </Card>
  )
}

const Kpi = ({
  name,
  value,
  delta,
  isGood = false,
  children,
}: {
  name: string
  value: string
  delta: string
  isGood?: boolean
  children: ReactNode
}) => {
  const { t } = useTranslation('administration-desk')
  return (
    <li>
      <p className="row between">
        <b className={classes['value']}>{value}</b>
        {delta && (
          <Chip tone={isGood ? 'ok' : 'plain'}>
            {delta} <span className="sr">{t('figures.delta')}</span>
          </Chip>
        )}
      </p>
      <p>
        <b>{t(`figures.${name}.name`)}</b>
      </p>
      <small>{children}</small>
    </li>
  )
}
