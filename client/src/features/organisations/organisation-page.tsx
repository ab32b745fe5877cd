import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { FreelancerReviews } from '../../platform/reviews/freelancer-reviews.tsx'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { sentenceOf } from '../../platform/problem-text.ts'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { EditOrganisation } from './edit-organisation.tsx'
import { OrganisationFacts } from './organisation-facts.tsx'
import type { OrganisationView } from '@mutuo/shared/organisations/organisation.schema.ts'

export const OrganisationPage = () => {
  const { organisationId = '' } = useParams()
  const query = useAnswer(getOrganisation, { organisationId })
  return <LoadedPage query={query}>{(organisation) => <Shown key={organisation.version} organisation={organisation} />}</LoadedPage>
}

const Shown = ({ organisation }: { organisation: OrganisationView }) => {
  const { t } = useTranslation('organisations')
  const { organisations } = useSession()
  const [isEdited, setEdited] = useState(false)
  const role = organisations.find(({ id }) => id === organisation.id)?.role
  const edit =
    role === 'owner' ? (
      <Button variant="outline" onClick={() => setEdited(true)}>
        {t('common:actions.edit')}
      </Button>
    ) : (
      role && (
        <DisabledAction variant="outline" reason={sentenceOf('OWNER_ONLY')}>
          {t('common:actions.edit')}
        </DisabledAction>
      )
    )
  return (
    <Page
      title={organisation.name}
      lead={`${t(`kinds.${organisation.kind}`)} · ${organisation.commune}`}
      actions={isEdited ? null : edit}
      narrow
    >
      {isEdited ? (
        <EditOrganisation organisation={organisation} onClose={() => setEdited(false)} />
      ) : (
        <>
          <OrganisationFacts organisation={organisation} />
          {organisation.kind === 'freelancer' && <FreelancerReviews freelancerId={organisation.id} />}
        </>
      )}
    </Page>
  )
}
