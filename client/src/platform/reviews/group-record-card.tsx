import { useTranslation } from 'react-i18next'
import type { GroupRecordView } from '@mutuo/shared/reviews/group-record.schema.ts'
import { getGroupRecord } from '@mutuo/shared/reviews/review.endpoints.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { percent } from '../format.ts'
import { useAnswer } from '../use-endpoint.ts'
import classes from './reviews.module.css'

/** How a group was as a client, for who thinks of working for it, and for its association. */
export const GroupRecordCard = ({ groupId }: { groupId: string }) => {
  const { t } = useTranslation('reviews')
  const query = useAnswer(getGroupRecord, { groupId })
  return (
    <Card tight aria-labelledby="antecedents">
      <Loaded query={query}>
        {(record) => (
          <>
            <CardHead
              id="antecedents"
              title={t('record.title')}
              hint={record.missions === 0 ? t('record.none') : t('record.over', { count: record.missions })}
            />
            {record.missions > 0 && <Lines record={record} />}
          </>
        )}
      </Loaded>
    </Card>
  )
}

/** The same in one line, where the group itself is told of. */
export const GroupRecordLine = ({ record }: { record: GroupRecordView }) => {
  const { t } = useTranslation('reviews')
  const days = useDays()
  const { missions, paidOnTimePercent, decisionDays, acceptanceDays } = record
  if (missions === 0) return null
  const paid = paidOnTimePercent === null ? t('record.tooFewFirms') : percent(paidOnTimePercent / 100)
  return <p className="muted">{t('record.line', { paid, decision: days(decisionDays), acceptance: days(acceptanceDays) })}</p>
}

const useDays = () => {
  const { t } = useTranslation('reviews')
  return (count: number | null) => {
    if (count === null) return t('record.notYet')
    return count === 0 ? t('record.sameDay') : t('record.days', { count })
  }
}

const Lines = ({ record }: { record: GroupRecordView }) => {
  const { t } = useTranslation('reviews')
  const days = useDays()
  const lines = [
    ['paid', record.paidOnTimePercent === null ? t('record.tooFewFirms') : percent(record.paidOnTimePercent / 100)],
    ['decision', days(record.decisionDays)],
    ['acceptance', days(record.acceptanceDays)],
    ['changes', record.agreedChanges],
    ['brokenOff', record.brokenOff],
  ] as const
  return (
    <dl className={classes['record']}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`record.lines.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
