import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { acceptInvitation, listMyGroups, previewInvitation } from '@mutuo/shared/groups/group.endpoints.ts'
import type { OutputOf } from '@mutuo/shared/http/endpoint.ts'
import { paths } from '../../platform/paths.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './groups.module.css'

type Invitation = OutputOf<typeof previewInvitation>

/** Reached from a letter, a link or a poster, signed in or not: what the group is, its charter, and the way in. */
export const InvitationPage = () => {
  const { token = '' } = useParams()
  return (
    <LoadedPage query={useAnswer(previewInvitation, { token })}>
      {(invitation) => <OneInvitation token={token} invitation={invitation} />}
    </LoadedPage>
  )
}

const OneInvitation = ({ token, invitation }: { token: string; invitation: Invitation }) => {
  const { t } = useTranslation('groups')
  const { group, charter } = invitation
  return (
    <Page
      title={t('invitation.title', { group: group.name })}
      lead={t('invitation.lead', { association: group.association, commune: group.commune, count: group.memberCount })}
      narrow
    >
      <div className="stack">
        {group.description && <p>{group.description}</p>}
        <Card aria-labelledby="charte">
          <CardHead id="charte" title={t('charter.title')} />
          <div className={classes['charter']}>{charter}</div>
        </Card>
        <WayIn token={token} groupName={group.name} />
      </div>
    </Page>
  )
}

/** A visitor signs up or in and comes back here; a firm signs the charter and is in. */
const WayIn = ({ token, groupName }: { token: string; groupName: string }) => {
  const { t } = useTranslation('groups')
  const { user, active } = useSession()
  const next = `?suite=${encodeURIComponent(paths.invitation(token))}`
  if (!user) {
    return (
      <Callout
        actions={
          <>
            <Button component={Link} to={`${paths.signUp}?invitation=${token}`}>
              {t('invitation.signUp')}
            </Button>
            <Button component={Link} to={`${paths.signIn}${next}`} variant="outline">
              {t('invitation.signIn')}
            </Button>
          </>
        }
      >
        {t('invitation.visitor')}
      </Callout>
    )
  }
  if (!active) {
    return (
      <Callout
        actions={
          <Button component={Link} to={`${paths.onboarding}${next}`}>
            {t('invitation.onboard')}
          </Button>
        }
      >
        {t('invitation.noFirm')}
      </Callout>
    )
  }
  if (active.kind !== 'sme') return <Callout tone="ocre">{t('invitation.notAFirm', { name: active.name })}</Callout>
  return <Accept token={token} groupName={groupName} firmName={active.name} />
}

const Accept = ({ token, groupName, firmName }: { token: string; groupName: string; firmName: string }) => {
  const { t } = useTranslation('groups')
  const navigate = useNavigate()
  const [signs, setSigns] = useState(false)
  const act = useAct(acceptInvitation, { invalidates: [keyOf(listMyGroups)], onDone: (group) => navigate(paths.group(group.id)) })
  return (
    <Card>
      <Checkbox
        label={t('invitation.signs', { firm: firmName })}
        checked={signs}
        onChange={(event) => setSigns(event.currentTarget.checked)}
      />
      {act.isError && (
        <Callout tone="bad" live>
          {problemText(act.error)}
        </Callout>
      )}
      <Button disabled={!signs} loading={act.isPending} onClick={() => act.mutate({ token, signsCharter: true })}>
        {t('invitation.accept', { group: groupName })}
      </Button>
      {!signs && <p className="muted">{t('invitation.signFirst')}</p>}
    </Card>
  )
}
