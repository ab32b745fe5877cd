import { useState } from 'react'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getSession } from '@mutuo/shared/accounts/account.endpoints.ts'
import { getOrganisation, updateOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import type { OrganisationView } from '@mutuo/shared/organisations/organisation.schema.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { AddressFields } from './address-fields.tsx'
import { faultsOf, type DetailField } from './detail-faults.ts'
import { emptyDraft, inputOf, type Kind, type OrganisationDraft } from './draft.ts'
import { FreelancerFields } from './freelancer-fields.tsx'
import { NameFields } from './name-fields.tsx'
import { declaredIn, ProofFields } from './proof-fields.tsx'
import { VatFields } from './vat-fields.tsx'

const draftOf = ({ id, kind, name, units, headline, skills, dayRateMinor, own }: OrganisationView): OrganisationDraft => ({
  ...emptyDraft(id),
  kind: kind as Kind,
  name,
  units,
  headline: headline ?? '',
  skills: skills as OrganisationDraft['skills'],
  dayRateMinor: dayRateMinor ?? null,
  street: own?.address.street ?? '',
  postcode: own?.address.postcode ?? '',
  commune: own ? { code: own.address.communeCode, name: own.address.commune } : null,
  vatStatus: own?.vatStatus,
  vatNumber: own?.vatNumber ?? '',
  phone: own?.phone ?? '',
})

const known: DetailField[] = ['name', 'street', 'commune', 'postcode', 'vatStatus', 'vatNumber', 'phone', 'headline']

export const EditOrganisation = ({ organisation, onClose }: { organisation: OrganisationView; onClose: () => void }) => {
  const { t } = useTranslation('organisations')
  const [draft, setDraft] = useState(() => draftOf(organisation))
  const [words, setWords] = useState({ presentation: organisation.presentation ?? '', website: organisation.website ?? '' })
  const [proofs, setProofs] = useState(() => declaredIn(organisation))
  const errors = useFormErrors<DetailField>()
  const act = useAct(updateOrganisation, {
    invalidates: [keyOf(getOrganisation), keyOf(getSession)],
    onDone: () => {
      toastDone(t('edit.saved'))
      onClose()
    },
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const { kind, vatStatus, commune } = draft
    if (!errors.check(faultsOf(draft, t)) || !kind || !vatStatus || !commune) return
    const { id: organisationId, kind: _kind, siret: _siret, ...changed } = inputOf({ ...draft, kind, vatStatus, commune })
    const texts = {
      ...(words.presentation.trim() ? { presentation: words.presentation } : {}),
      ...(kind === 'freelancer' ? { proofs: proofs.filter(({ label }) => label.trim() !== '') } : {}),
      ...(words.website.trim() ? { website: words.website.trim() } : {}),
    }
    act.mutate(
      { ...changed, ...texts, organisationId, version: organisation.version },
      { onError: (error) => errors.refuse(issuesOf(error), problemText(error), known) },
    )
  }
  const shared = { draft, change: (part: Partial<OrganisationDraft>) => setDraft({ ...draft, ...part }), errorOf: errors.of }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors.list} />
      <Card>
        <NameFields {...shared} />
        <AddressFields {...shared} />
      </Card>
      <Card>
        <VatFields {...shared} />
      </Card>
      <Card>
        {draft.kind === 'freelancer' && <FreelancerFields {...shared} />}
        {draft.kind === 'freelancer' && <ProofFields proofs={proofs} onChange={setProofs} />}
        <Textarea
          label={t('fields.presentation')}
          autosize
          minRows={4}
          maxLength={4000}
          value={words.presentation}
          onChange={(event) => setWords({ ...words, presentation: event.currentTarget.value })}
        />
        <TextInput
          label={t('fields.website')}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={200}
          value={words.website}
          onChange={(event) => setWords({ ...words, website: event.currentTarget.value })}
        />
      </Card>
      <div className="row">
        <Button type="submit" loading={act.isPending}>
          {t('common:actions.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </form>
  )
}
