import { useTranslation } from 'react-i18next'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { capitalised, dayTime, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { problemText } from '../../platform/problem-text.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { CardLine } from '../../ui/card-line.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Figure } from '../../ui/figure.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import classes from './billing.module.css'
import { ContactCard } from './contact-card.tsx'
import { LeavingCard } from './leaving-card.tsx'
import { PayCard } from './pay-card.tsx'
import { TimeLeftBar } from './time-left-bar.tsx'
import { TimeLeftCard } from './time-left-card.tsx'
import { UnaffectedCard } from './unaffected-card.tsx'
import { usePayShare } from './use-pay-share.ts'
import { WaterfallCard } from './waterfall-card.tsx'

/** A charge that failed: what, why, what is not affected, the fix, and what follows if nothing is paid. */
export const FailedShare = ({ share, returnError }: { share: SharePayment; returnError?: unknown }) => {
  const { t } = useTranslation('billing')
  const pay = usePayShare(share.shareId)
  const { failure, card, graceEndsAt } = share
  const why = failure?.code ?? 'bank_refused'
  const isOver = share.state === 'failed'
  const { amendmentTurn: turn } = share
  if (turn !== undefined && isOver) return <LapsedRise share={share} turn={turn} />
  return (
    <Page
      title={isOver ? t('failed.overTitle') : t(`failure.${why}.title`)}
      chips={
        <>
          <Chip tone="bad" icon={<IconAlertTriangle aria-hidden="true" />}>
            {t(turn === undefined ? 'failed.chip' : 'rise.chip')}
          </Chip>
          <Chip tone="plain">{share.missionTitle}</Chip>
        </>
      }
      lead={
        <p className={classes['say']}>
          {turn === undefined
            ? t(isOver ? 'failed.overLead' : 'failed.lead', { gross: share.grossMinor })
            : t('rise.lead', { gross: share.grossMinor, turn })}{' '}
          {isOver ? t('failed.over', { association: share.contact.association.name }) : graceEndsAt ? t('failed.until') : t('failed.now')}{' '}
          {graceEndsAt && <strong>{dayTime(graceEndsAt, { weekday: true })}</strong>}
          {graceEndsAt && '.'}
        </p>
      }
    >
      <TwoColumns
        aside={
          <>
            <TimeLeftCard share={share} pay={pay} />
            <ContactCard share={share} />
          </>
        }
      >
        {returnError !== undefined && (
          <Callout tone="bad" live>
            {problemText(returnError)}
          </Callout>
        )}
        <Card plain edge="red" aria-label={t('failed.fact')}>
          <CardLine
            refused
            title={card ? t('card.name', { brand: capitalised(card.brand), last4: card.last4 }) : t('card.none')}
            note={failure && t(`failure.${why}.note`, { at: dayTime(failure.triedAt, { weekday: true }) })}
          >
            <Figure small>{`${money(share.grossMinor)} ${t('common:tax.gross')}`}</Figure>
            <small>{share.vatMinor > 0 ? t('failed.parts', { net: share.netMinor, vat: share.vatMinor }) : t('failed.noVat')}</small>
          </CardLine>
        </Card>
        {share.abilities.length > 0 && <PayCard share={share} pay={pay} />}
        <UnaffectedCard share={share} />
        {share.steps.some(({ state }) => state === 'now') && <WaterfallCard share={share} />}
        <LeavingCard share={share} />
      </TwoColumns>
      <TimeLeftBar share={share} pay={pay} />
    </Page>
  )
}

/** An amendment came to nothing: there is nothing left to pay for it. */
const LapsedRise = ({ share, turn }: { share: SharePayment; turn: number }) => {
  const { t } = useTranslation('billing')
  return (
    <Page title={t('rise.overTitle')} narrow chips={<Chip tone="plain">{share.missionTitle}</Chip>} lead={t('rise.overLead', { turn })}>
      <div className="row">
        <LinkButton to={paths.amendments(share.missionId)}>{t('rise.toAmendments')}</LinkButton>
      </div>
    </Page>
  )
}
