import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import { LinkButton } from './link-button.tsx'
import classes from './need.module.css'

/** For a freelancer: how many firms wait for a price, and the way to give one. */
export const BidPartCard = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const bid = abilityFor(need.abilities, 'bid')
  return (
    <Card className={classes['part']} aria-labelledby="votre-offre">
      <h2 id="votre-offre">{t(need.myBidId ? 'bid.done' : 'bid.title')}</h2>
      <Figure accent after={t('bid.firms', { count: need.funding.firms })}>
        {need.funding.firms}
      </Figure>
      <Ticks items={[t('bid.once'), t('bid.retained'), t(need.content.rules.bidsSealed ? 'bid.sealed' : 'bid.open')]} />
      {need.myBidId && (
        <LinkButton fullWidth to={paths.bid(need.id, need.myBidId)}>
          {t('bid.mine')}
        </LinkButton>
      )}
      {bid &&
        (bid.allowed ? (
          <LinkButton fullWidth to={paths.ownBid(need.id)}>
            {t('bid.go')}
          </LinkButton>
        ) : (
          <DisabledAction fullWidth reason={sentenceOf(bid.reason ?? 'FORBIDDEN', bid.params)}>
            {t('bid.go')}
          </DisabledAction>
        ))}
    </Card>
  )
}
