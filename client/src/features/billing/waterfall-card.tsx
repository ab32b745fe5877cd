import { useTranslation } from 'react-i18next'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { actorIn } from '@mutuo/shared/missions/waterfall.rules.ts'
import { dayTime } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Rail, type RailStep } from '../../ui/rail.tsx'
import classes from './billing.module.css'

const looks: Record<SharePayment['steps'][number]['state'], RailStep['look']> = {
  done: 'done',
  not_applicable: 'skipped',
  now: 'now',
  later: 'todo',
}

/** The order that the group agreed before the lock, with the step to which this share has come. */
export const WaterfallCard = ({ share }: { share: SharePayment }) => {
  const { t } = useTranslation('billing')
  const wordsOf = ({ step, state, at }: SharePayment['steps'][number]) => {
    if (state === 'not_applicable') return t(`waterfall.${step}.no`)
    return at && step === 'grace' ? t('waterfall.grace.until', { at: dayTime(at, { weekday: true }) }) : t(`waterfall.${step}.text`)
  }
  const steps = share.steps.map((one): RailStep => ({
    key: one.step,
    look: looks[one.state],
    highlight: one.state === 'now',
    title: t(`waterfall.${one.step}.title`, { count: share.graceDays, association: share.contact.association.name }),
    ...(one.state === 'now'
      ? {
          aside: (
            <span className={classes['here']}>
              <Chip tone="ocre">{t('waterfall.here')}</Chip>
            </span>
          ),
        }
      : {}),
    children: (
      <>
        <p className="muted">{wordsOf(one)}</p>
        {one.state === 'now' && <p>{t(`waterfall.acts.${actorIn[one.step]}`, { association: share.contact.association.name })}</p>}
      </>
    ),
  }))
  return (
    <Card aria-labelledby="cascade">
      <div className={classes['titled']}>
        <h2 id="cascade">{t('waterfall.title')}</h2>
        <p className="muted">{t(share.amendmentTurn === undefined ? 'waterfall.lead' : 'rise.ifNot')}</p>
      </div>
      <Rail steps={steps} label={t('waterfall.title')} />
    </Card>
  )
}
