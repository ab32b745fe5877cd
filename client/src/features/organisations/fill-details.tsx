import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { createOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { useTakeSession } from '../../platform/session.tsx'
import { useAct } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { AddressFields } from './address-fields.tsx'
import { inputOf, type OrganisationDraft } from './draft.ts'
import { FreelancerFields } from './freelancer-fields.tsx'
import { NameFields } from './name-fields.tsx'
import { VatFields } from './vat-fields.tsx'
import { faultsOf, type DetailField } from './detail-faults.ts'

type Props = { draft: OrganisationDraft; change: (part: Partial<OrganisationDraft>) => void; onDone: () => void }

const known: DetailField[] = ['name', 'street', 'commune', 'postcode', 'vatStatus', 'vatNumber', 'phone', 'headline']

/** What the server says of the whole form, at the field where it can be put right. */
const fieldOf: Record<string, string> = { COMMUNE_UNKNOWN: 'commune' }

export const FillDetails = ({ draft, change, onDone }: Props) => {
  const { t } = useTranslation('organisations')
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const takeSession = useTakeSession()
  const errors = useFormErrors<DetailField>()
  const act = useAct(createOrganisation, {
    onDone: async (session) => {
      onDone()
      await takeSession(session)
      const next = search.get('suite')
      await navigate(next?.startsWith('/') && !next.startsWith('//') ? next : paths.onboarding, { replace: true })
    },
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const { kind, vatStatus, commune } = draft
    if (!errors.check(faultsOf(draft, t)) || !kind || !vatStatus || !commune) return
    act.mutate(inputOf({ ...draft, kind, vatStatus, commune }), {
      onError: (error) => {
        const field = fieldOf[error.code]
        const issues = field
          ? { [field]: problemText(error) }
          : Object.fromEntries(Object.entries(issuesOf(error)).map(([path, text]) => [path.replace(/^address\./, ''), text]))
        errors.refuse(issues, problemText(error), known)
      },
    })
  }
  const shared = { draft, change, errorOf: errors.of }
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
      {draft.kind === 'freelancer' && (
        <Card>
          <FreelancerFields {...shared} />
        </Card>
      )}
      <div className="row">
        <Button type="submit" loading={act.isPending}>
          {t('new.details.go')}
        </Button>
        <Button variant="subtle" onClick={() => change({ step: 1 })}>
          {t('common:actions.back')}
        </Button>
      </div>
    </form>
  )
}
