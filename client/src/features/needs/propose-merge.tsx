import { useState } from 'react'
import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getNeedMerge, listMergeChoices, proposeMerge } from '@mutuo/shared/needs/merge.endpoints.ts'
import type { MergedNeed } from '@mutuo/shared/needs/merge.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { newId } from '../../platform/new-id.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { daysAfter, eveningOf, parisDay } from './paris-evening.ts'

const usualDays = 5

/** To the owner of the firm that leads: there are other needs in the group, and two that are close are worth one. */
export const ProposeMerge = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs-finding')
  const { active } = useSession()
  const [isOpen, setOpen] = useState(false)
  const mayPropose = need.state === 'gathering' && need.bidCount === 0 && active?.id === need.leader.id && active.role === 'owner'
  const { data } = useAnswer(listMergeChoices, { needId: need.id }, { enabled: mayPropose })
  const { data: last } = useAnswer(getNeedMerge, { needId: need.id }, { enabled: mayPropose })
  const isUnderWay = last?.merge?.state === 'proposed' || last?.merge?.state === 'agreed'
  if (!mayPropose || !last || isUnderWay || !data || data.items.length === 0) return null
  return (
    <Card tight aria-labelledby="reunir">
      <h2 id="reunir">{t('propose.title', { count: data.items.length })}</h2>
      <p>{t('propose.text')}</p>
      <div>
        <Button variant="outline" onClick={() => setOpen(true)}>
          {t('propose.open')}
        </Button>
      </div>
      {isOpen && <ProposeDialog need={need} choices={data.items} onClose={() => setOpen(false)} />}
    </Card>
  )
}

const ProposeDialog = ({ need, choices, onClose }: { need: NeedView; choices: MergedNeed[]; onClose: () => void }) => {
  const { t } = useTranslation('needs-finding')
  const [id] = useState(newId)
  const [otherNeedId, setOther] = useState(choices.length === 1 ? choices[0]!.id : '')
  const [keeps, setKeeps] = useState<'mine' | 'other'>('mine')
  const today = parisDay(new Date())
  const [day, setDay] = useState(daysAfter(today, usualDays))
  const [message, setMessage] = useState('')
  const act = useAct(proposeMerge, { invalidates: [keyOf(getNeedMerge)], onDone: () => toastDone(t('propose.done')) })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('propose.ask')}
      confirmLabel={t('propose.do')}
      disabled={otherNeedId === '' || day === ''}
      onConfirm={() => act.mutateAsync({ id, needId: need.id, otherNeedId, keeps, answersBy: eveningOf(day), message: message.trim() })}
    >
      <Radio.Group label={t('propose.which')} value={otherNeedId} onChange={setOther}>
        <Stack gap={10} mt={6}>
          {choices.map((choice) => (
            <Radio
              key={choice.id}
              value={choice.id}
              label={choice.title}
              description={t('propose.choice', { leader: choice.leader.name, count: choice.firms })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group label={t('propose.keeps')} value={keeps} onChange={(value) => setKeeps(value as 'mine' | 'other')}>
        <Stack gap={6} mt={6}>
          <Radio value="mine" label={t('propose.mine')} />
          <Radio value="other" label={t('propose.other')} />
        </Stack>
      </Radio.Group>
      <TextInput
        type="date"
        label={t('propose.until')}
        description={t('propose.untilHint')}
        min={daysAfter(today, 1)}
        max={parisDay(need.content.gatheringClosesAt)}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Textarea
        label={t('propose.message')}
        description={t('common:form.optional')}
        autosize
        minRows={2}
        maxLength={500}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
    </Confirm>
  )
}
