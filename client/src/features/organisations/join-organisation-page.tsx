import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { joinOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { homeFor } from '../../platform/navigation.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useTakeSession } from '../../platform/session.tsx'
import { useAct } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Page } from '../../ui/page.tsx'

/** Reached from a colleague's letter, once signed in. */
export const JoinOrganisationPage = () => {
  const { t } = useTranslation('organisations')
  const { token = '' } = useParams()
  const navigate = useNavigate()
  const takeSession = useTakeSession()
  const act = useAct(joinOrganisation, {
    onDone: async (session) => {
      await takeSession(session)
      await navigate(homeFor(session), { replace: true })
    },
  })
  return (
    <Page title={t('join.title')} lead={t('join.lead')} narrow>
      {act.isError && (
        <Callout tone="bad" live>
          {problemText(act.error)}
        </Callout>
      )}
      <div className="row">
        <Button loading={act.isPending} onClick={() => act.mutate({ token })}>
          {t('join.go')}
        </Button>
      </div>
    </Page>
  )
}
