import { SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getPreferences, updatePreferences } from '@mutuo/shared/notifications/notification.endpoints.ts'
import type { NotificationTopic, Preferences } from '@mutuo/shared/notifications/notification.schema.ts'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { topicIcons } from './notification-line.tsx'
import classes from './notifications.module.css'

const rhythms = ['immediate', 'daily', 'never'] as const
const key = keyOf(getPreferences, {})

/** When a letter is written, topic by topic; kept at each choice. */
export const PreferencesCard = () => {
  const { t } = useTranslation('notifications')
  const queries = useQueryClient()
  const query = useAnswer(getPreferences, {})
  const act = useAct(updatePreferences, {
    onDone: (kept) => {
      queries.setQueryData(key, kept)
      toastDone(t('preferences.kept'))
    },
  })
  const choose = (before: Preferences, topic: NotificationTopic, rhythm: Preferences['mail'][NotificationTopic]) => {
    const next: Preferences = { mail: { ...before.mail, [topic]: rhythm } }
    queries.setQueryData(key, next)
    act.mutate(next, {
      onError: (error) => {
        queries.setQueryData(key, before)
        toastProblem(error)
      },
    })
  }
  return (
    <Card aria-labelledby="lettres">
      <div className="stack tight">
        <h2 id="lettres">{t('preferences.title')}</h2>
        <p className="muted">{t('preferences.lead')}</p>
      </div>
      <Loaded query={query}>
        {(preferences) => (
          <ul className={classes['topics']}>
            {(Object.keys(topicIcons) as NotificationTopic[]).map((topic) => {
              const IconOf = topicIcons[topic]
              return (
                <li key={topic}>
                  <span className={classes['topic']} id={`sujet-${topic}`}>
                    <IconOf className="ico" aria-hidden="true" />
                    <span>
                      <b>{t(`topics.${topic}.name`)}</b>
                      <small>{t(`topics.${topic}.what`)}</small>
                    </span>
                  </span>
                  <SegmentedControl
                    aria-labelledby={`sujet-${topic}`}
                    value={preferences.mail[topic]}
                    onChange={(value) => choose(preferences, topic, value as (typeof rhythms)[number])}
                    data={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
                  />
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
      <small>{t('preferences.note')}</small>
    </Card>
  )
}
