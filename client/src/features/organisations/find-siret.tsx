import { useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lookUpSiret } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import type { AnswerOf } from '../../platform/api.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { digitsOf, type OrganisationDraft } from './draft.ts'

type Answer = AnswerOf<typeof lookUpSiret>
type Props = { draft: OrganisationDraft; change: (part: Partial<OrganisationDraft>) => void }

/** What the register knows fills the form; what it does not know is typed. */
const filledFrom = ({ name, address, activity, vatNumber }: Answer): Partial<OrganisationDraft> => ({
  step: 2,
  ...(name ? { name } : {}),
  ...(address?.street ? { street: address.street } : {}),
  ...(address?.postcode ? { postcode: address.postcode } : {}),
  ...(address?.communeCode && address.commune ? { commune: { code: address.communeCode, name: address.commune } } : {}),
  ...(activity ? { activity } : {}),
  ...(vatNumber ? { vatNumber } : {}),
})

export const FindSiret = ({ draft, change }: Props) => {
  const { t } = useTranslation('organisations')
  const [fault, setFault] = useState<string>()
  const search = useAct(lookUpSiret)
  const look = (event: React.FormEvent) => {
    event.preventDefault()
    const siret = digitsOf(draft.siret)
    const isComplete = siret.length === 14
    setFault(isComplete ? undefined : t('new.siret.fault', { count: siret.length }))
    if (isComplete) search.mutate({ siret })
  }
  const answer = search.data
  const byHand = () => change({ step: 2 })
  return (
    <form className="stack" onSubmit={look} noValidate>
      <TextInput
        id="siret"
        label={t('new.siret.label')}
        description={t('new.siret.hint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={draft.siret}
        onChange={(event) => {
          change({ siret: event.currentTarget.value })
          search.reset()
        }}
        error={fault ?? (search.isError ? problemText(search.error) : undefined)}
      />
      {answer?.outcome === 'found' ? (
        <Found answer={answer} onYes={() => change(filledFrom(answer))} onNo={byHand} />
      ) : (
        <>
          {answer?.outcome === 'unknown' && (
            <Callout tone="ocre" live>
              {t('new.siret.unknown')}
            </Callout>
          )}
          <div className="row">
            <Button type="submit" loading={search.isPending}>
              {t('new.siret.look')}
            </Button>
            <Button variant="outline" onClick={byHand}>
              {t(draft.kind === 'association' ? 'new.siret.none' : 'new.siret.byHand')}
            </Button>
            <Button variant="subtle" onClick={() => change({ step: 0 })}>
              {t('common:actions.back')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

const Found = ({ answer, onYes, onNo }: { answer: Answer; onYes: () => void; onNo: () => void }) => {
  const { t } = useTranslation('organisations')
  const { name, address } = answer
  return (
    <Card role="status" edge="canard" tight>
      <p className="muted">{t('new.siret.isItYou')}</p>
      <h2>{name}</h2>
      {address && (
        <p>
          {address.street}
          <br />
          {address.postcode} {address.commune}
        </p>
      )}
      <div className="row">
        <Button onClick={onYes}>{t('new.siret.yes')}</Button>
        <Button variant="outline" onClick={onNo}>
          {t('new.siret.no')}
        </Button>
      </div>
    </Card>
  )
}
