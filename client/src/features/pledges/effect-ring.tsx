import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgePreview } from '@mutuo/shared/pledges/pledge.schema.ts'
import { initialsOf } from '../../ui/mark.ts'
import { SharesRing, type RingPart } from '../../ui/shares-ring.tsx'
import type { OwnFirm } from './step-props.ts'
import classes from './pledges.module.css'

type Props = { need: NeedView; firm: OwnFirm; preview: PledgePreview }

/** The table as it would be: whole seats for those who enter, an outline for those who wait, dashes for those who are missing. */
export const EffectRing = ({ need, firm, preview }: Props) => {
  const { t } = useTranslation('pledges')
  const { comesInNow, firmsIn, firmsJoined, estimatedFirms, unblockedBy, points } = preview
  // More firms are an answer only where nothing else keeps the pledge out.
  const isEnough = unblockedBy.length === 1 || points.some(({ comesIn }) => comesIn)
  const missing = isEnough ? unblockedBy.find(({ code }) => code === 'FIRMS_MISSING') : undefined
  const wanted = Math.max(estimatedFirms, firmsJoined)
  const shown = t('effect.entering', { count: firmsIn })
  const verdict = comesInNow
    ? t('effect.in')
    : missing?.code === 'FIRMS_MISSING'
      ? t('effect.missing', { count: missing.firms })
      : t('effect.out')
  return (
    <div className={classes['now']}>
      <SharesRing parts={seatsOf(need, firm, preview, wanted)} size={138} thickness={10}>
        <b className={classes['ringCount']}>{t('effect.of', { in: firmsIn, of: wanted })}</b>
        <small>{t('effect.enter', { count: firmsIn })}</small>
      </SharesRing>
      <p className={classes['verdict']} role="status">
        {shown} {verdict}
        <small>{t(comesInNow ? 'effect.inNote' : missing ? 'effect.outNote' : 'effect.waysNote')}</small>
      </p>
    </div>
  )
}

const seatsOf = (need: NeedView, firm: OwnFirm, { comesInNow, firmsIn, firmsJoined }: PledgePreview, wanted: number): RingPart[] => {
  const others = need.firms
    .filter(({ standing, firm: { name } }) => standing !== 'interested' && name !== firm.name)
    .sort((a, b) => Number(a.standing === 'conditional') - Number(b.standing === 'conditional'))
    .slice(0, firmsJoined - 1)
  const entering = firmsIn - (comesInNow ? 1 : 0)
  return [
    ...others.map(({ firm: { id, initials, colour } }, index): RingPart => ({
      key: id,
      colour,
      text: initials,
      look: index < entering ? 'solid' : 'mine',
    })),
    { key: 'me', colour: firm.colour, text: initialsOf(firm.name), look: comesInNow ? 'solid' : 'mine' },
    ...Array.from({ length: Math.max(0, wanted - others.length - 1) }, (_, index): RingPart => ({
      key: `open-${index}`,
      look: 'open',
      text: '?',
    })),
  ]
}
