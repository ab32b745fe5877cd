import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { extendNeed, getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { daysAfter, eveningOf, parisDay } from './paris-evening.ts'

const names = ['gatheringClosesAt', 'bidsCloseAt', 'voteClosesAt'] as const
const aWeek = 7

/** Later deadlines; every pledge is kept. One week more is proposed. */
export const ExtendDialog = ({ need, onClose }: { need: NeedView; onClose: () => void }) => {
  const { t } = useTranslation('needs')
  const { content, state } = need
  const isPast = (name: (typeof names)[number]) => name === 'gatheringClosesAt' && state === 'bidding'
  const [days, setDays] = useState(() =>
    Object.fromEntries(names.map((name) => [name, isPast(name) ? parisDay(content[name]) : daysAfter(parisDay(content[name]), aWeek)])),
  )
  const act = useAct(extendNeed, { invalidates: [keyOf(getNeed)], onDone: () => toastDone(t('organise.extend.done')) })
  const instantOf = (name: (typeof names)[number]) => {
    const day = days[name] ?? ''
    return day === parisDay(content[name]) ? content[name] : eveningOf(day)
  }
  const isComplete = names.every((name) => Boolean(days[name]))
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('organise.extend.ask')}
      confirmLabel={t('organise.extend.do')}
      disabled={!isComplete}
      onConfirm={() =>
        act.mutateAsync({
          needId: need.id,
          gatheringClosesAt: instantOf('gatheringClosesAt'),
          bidsCloseAt: instantOf('bidsCloseAt'),
          voteClosesAt: instantOf('voteClosesAt'),
        })
      }
    >
      <p>{t('organise.extend.text')}</p>
      {names
        .filter((name) => !isPast(name))
        .map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`form.${name}`)}
            min={parisDay(content[name])}
            value={days[name] ?? ''}
            onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
          />
        ))}
    </Confirm>
  )
}
