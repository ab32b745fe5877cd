import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getObjection, replyToObjection } from '@mutuo/shared/ballots/objection.endpoints.ts'
import type { ObjectionForFreelancer } from '@mutuo/shared/ballots/objection.schema.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { problemText } from '../../platform/problem-text.ts'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { When } from '../../ui/when.tsx'

export const ObjectionPage = () => {
  const { ballotId = '', objectionId = '' } = useParams()
  const query = useAnswer(getObjection, { ballotId, objectionId })
  return <LoadedPage query={query}>{(objection) => <OwnObjection objection={objection} />}</LoadedPage>
}

/** The freelancer reads what is said of its bid, and answers once. */
const OwnObjection = ({ objection }: { objection: ObjectionForFreelancer }) => {
  const { t } = useTranslation('ballots')
  const { firm, reason, raisedAt, reply, state, settled, needTitle: need, association } = objection
  const mayReply = abilityFor(objection.abilities, 'reply')?.allowed
  return (
    <Page
      narrow
      title={t(mayReply ? 'own.title' : `own.titles.${state}`, { need })}
      lead={mayReply && t('own.lead', { need })}
      back={{ to: paths.need(objection.needId), label: t('voidSee') }}
      chips={<StateBadge process="objection" state={state} />}
    >
      <Card aria-labelledby="said">
        <CardHead id="said" title={t('own.said')} />
        <p>
          <FirmMark of={firm} size="sm" /> <b>{firm.name}</b>{' '}
          <small>
            <When at={raisedAt} as="day" weekday />
          </small>
          <br />
          {t('reasons.quote', { reason })}
        </p>
      </Card>
      {mayReply ? (
        <Reply objection={objection} />
      ) : (
        <Card aria-labelledby="reply">
          <CardHead id="reply" title={t('own.reply')} />
          <p>{reply ? t('reasons.quote', { reason: reply.text }) : t('own.none')}</p>
        </Card>
      )}
      {state === 'raised' && <p className="muted">{t('own.waits', { association })}</p>}
      {settled?.text && (
        <Card aria-labelledby="ruling">
          <CardHead id="ruling" title={t('own.ruling', { association })} hint={<When at={settled.at} as="day" weekday />} />
          <p>{t('reasons.quote', { reason: settled.text })}</p>
        </Card>
      )}
    </Page>
  )
}

const Reply = ({ objection }: { objection: ObjectionForFreelancer }) => {
  const { t } = useTranslation('ballots')
  const draft = useDraft(`objection.${objection.id}`, '')
  const errors = useFormErrors<'reply'>()
  const act = useAct(replyToObjection, {
    invalidates: [keyOf(getObjection)],
    onDone: () => {
      draft.forget()
      toastDone(t('own.sent'))
    },
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const text = draft.value.trim().replaceAll('\n', ' ')
    if (!errors.check({ reply: text ? undefined : t('own.missing') })) return
    act.mutate(
      { ballotId: objection.ballotId, objectionId: objection.id, text },
      { onError: (error) => errors.refuse({}, problemText(error), []) },
    )
  }
  return (
    <Card as="form" onSubmit={submit} aria-labelledby="reply-title">
      <CardHead id="reply-title" title={t('own.reply')} />
      <ErrorSummary errors={errors.list} />
      <Textarea
        id="reply"
        aria-labelledby="reply-title"
        description={t('own.replyHint')}
        maxLength={600}
        autosize
        minRows={4}
        value={draft.value}
        error={errors.of('reply')}
        onChange={(event) => draft.setValue(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={act.isPending}>
          {t('own.send')}
        </Button>
      </div>
    </Card>
  )
}
