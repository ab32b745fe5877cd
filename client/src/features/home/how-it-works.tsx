import { IconCheck, IconThumbUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Seats } from '../../ui/shares-ring.tsx'
import classes from './home.module.css'

const steps = [
  { key: 'start', filled: 1 },
  { key: 'pledge', filled: 5 },
  { key: 'vote', filled: 6, icon: <IconThumbUp aria-hidden="true" /> },
  { key: 'work', filled: 6, icon: <IconCheck aria-hidden="true" /> },
]

export const HowItWorks = () => {
  const { t } = useTranslation('home')
  return (
    <section className={classes['band']} id="etapes" aria-labelledby="comment">
      <h2 id="comment">{t('how.title')}</h2>
      <ol className={classes['how']}>
        {steps.map(({ key, filled, icon }, index) => (
          <li key={key}>
            <Seats filled={filled} seats={6} size={116}>
              {icon}
            </Seats>
            <div>
              <h3>
                <span className={classes['n']}>{index + 1}.</span> {t(`how.${key}.title`)}
              </h3>
              <p>{t(`how.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
