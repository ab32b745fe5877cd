import { useTranslation } from 'react-i18next'
import type { AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { day } from '../../platform/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import classes from './contract.module.css'

/** Who agrees and who does not, with its reason; then whose word is still awaited. */
export const AmendmentAnswers = ({ amendment: { answers, awaited, rule } }: { amendment: AmendmentView }) => {
  const { t } = useTranslation('contract')
  return (
    <>
      <ul className={classes['answers']} aria-label={t('amendment.answers')}>
        {answers.map(({ organisation, person, approves, reason, at }) => (
          <li key={organisation.id}>
            <div className={classes['answer']}>
              <FirmName of={organisation} note={t('amendment.said', { person, on: day(at) })} />
              <Chip tone={approves ? 'ok' : 'bad'}>{t(approves ? 'amendment.yes' : 'amendment.no')}</Chip>
            </div>
            {reason && <p className={classes['quote']}>{t('amendment.because', { reason })}</p>}
          </li>
        ))}
        {awaited.map(({ organisation }) => (
          <li key={organisation.id} className={classes['answer']}>
            <FirmName of={organisation} />
            <Chip tone="plain">{t('amendment.awaited')}</Chip>
          </li>
        ))}
      </ul>
      {awaited.length > 0 && <small>{t(`amendment.rule.${rule}`)}</small>}
    </>
  )
}
