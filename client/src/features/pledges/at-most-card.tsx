import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { Figure } from '../../ui/figure.tsx'
import { atMostOf } from './at-most.ts'
import classes from './pledges.module.css'

type Props = { capMinor: number | null; children: ReactNode }

/** The most that can ever be charged, taxes included. */
export const AtMostCard = ({ capMinor, children }: Props) => {
  const { t } = useTranslation('pledges')
  return (
    <Card className="wide-only" data-place={7} aria-labelledby="au-plus">
      <div>
        <h2 id="au-plus" className={classes['small']}>
          {t('atMost.title')}
        </h2>
        <Figure>{capMinor ? `${money(atMostOf(capMinor).grossMinor)} ${t('common:tax.gross')}` : '–'}</Figure>
        {capMinor !== null && <p className="muted">{t('atMost.parts', { net: capMinor, vat: atMostOf(capMinor).vatMinor })}</p>}
      </div>
      {children}
      <small>{t('atMost.next')}</small>
    </Card>
  )
}
