import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getPreferences, updatePreferences } from '@mutuo/shared/notifications/notification.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import classes from './bids.module.css'

/** Who votes is written to when the vote opens; `ask` is there for who wants no letters about votes, and asks for them. Null until that is known. */
export const useOpeningLetter = (): { ask: (() => void) | null; isPending: boolean } | null => {
  const { t } = useTranslation('bids')
  const { data } = useAnswer(getPreferences, {})
  const act = useAct(updatePreferences, { invalidates: [keyOf(getPreferences)], onDone: () => toastDone(t('vote.letter.kept')) })
  if (!data) return null
  const ask = () => act.mutate({ mail: { ...data.mail, votes: 'immediate' } }, { onError: toastProblem })
  return { ask: data.mail.votes === 'never' ? ask : null, isPending: act.isPending }
}

/** That a letter comes, or the wish for one; on the phone the wish has its place at the bottom (`vote-next`). */
export const OpeningLetter = () => {
  const { t } = useTranslation('bids')
  const letter = useOpeningLetter()
  if (!letter) return null
  if (!letter.ask)
    return (
      <p className={classes['letter']} data-noprint="">
        <IconBell className="ico" aria-hidden="true" />
        <span>
          {t('vote.letter.comes')} <Link to={`${paths.notifications}?onglet=reglages`}>{t('vote.letter.settings')}</Link>
        </span>
      </p>
    )
  return (
    <Button
      className="wide-only"
      leftSection={<IconBell className="ico" aria-hidden="true" />}
      loading={letter.isPending}
      data-noprint=""
      onClick={letter.ask}
    >
      {t('vote.letter.ask')}
    </Button>
  )
}
