import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Callout } from '../../ui/callout.tsx'
import { When } from '../../ui/when.tsx'

/** What the firm has said so far, and that it may change its mind. */
export const MyVote = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const { myVote } = ballot
  if (!myVote) return null
  return (
    <Callout tone="ok">
      <strong>{t(myVote.hand === 'association' ? 'mine.association' : myVote.abstains ? 'mine.abstained' : 'mine.voted')}</strong>{' '}
      <When at={myVote.changedAt} />. {myVote.changes > 0 && t('mine.changes', { count: myVote.changes })} {t('mine.may')}
    </Callout>
  )
}
