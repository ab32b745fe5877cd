import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getPreferences, updatePreferences } from '@mutuo/shared/notifications/notification.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import classes from './bids.module.css'

/** Who votes is written to when the vote opens. Only who wants no letters about votes has something to ask for. */
export const OpeningLetter = () => {
  const { t } = useTranslation('bids')
  const { data } = useAnswer(getPreferences, {})
  const act = useAct(updatePreferences, { invalidates: [keyOf(getPreferences)], onDone: () => toastDone(t('vote.letter.kept')) })
  if (!data) return null
  if (data.mail.votes !== 'never')
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
      leftSection={<IconBell className="ico" aria-hidden="true" />}
      loading={act.isPending}
      data-noprint=""
      onClick={() => act.mutate({ mail: { ...data.mail, votes: 'immediate' } }, { onError: toastProblem })}
    >
      {t('vote.letter.ask')}
    </Button>
  )
}
