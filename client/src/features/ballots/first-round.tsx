import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import { Duels } from './duels.tsx'
import { OutcomeTable } from './outcome-table.tsx'

/** What the first round gave: no bid had the double majority. */
export const FirstRound = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const { firstRound } = ballot
  if (!firstRound) return null
  return (
    <Card aria-labelledby="first-round">
      <CardHead as="h3" id="first-round" title={t('secondRound.first')} hint={<When at={firstRound.closedAt} weekday />} />
      <OutcomeTable ballot={ballot} outcome={firstRound} caption={t('secondRound.table')} />
      <Duels outcome={firstRound} caption={t('secondRound.duels')} />
    </Card>
  )
}
