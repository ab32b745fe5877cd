import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { getGroup } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView } from '@mutuo/shared/groups/group.schema.ts'
import { paths } from '../../platform/paths.ts'
import { GroupRecordCard } from '../../platform/reviews/group-record-card.tsx'
import { GroupReviews } from '../../platform/reviews/group-reviews.tsx'
import { useSession } from '../../platform/session.tsx'
import { StateBadge } from '../../platform/state-badge.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Chip } from '../../ui/chip.tsx'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { CharterCard } from './charter-card.tsx'
import { FreezeCard } from './freeze-card.tsx'
import { InviteCard } from './invite-card.tsx'
import { MembersCard } from './members-card.tsx'
import { MyPlaceCard } from './my-place-card.tsx'
import { RequestsCard } from './requests-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { useEditLink } from './use-edit-link.ts'

/** A group: its members, charter and rules; for its association also requests, invitations and the freeze. */
export const GroupPage = () => {
  const { groupId = '' } = useParams()
  useLive(`group:${groupId}`, [keyOf(getGroup)])
  return <LoadedPage query={useAnswer(getGroup, { groupId })}>{(group) => <OneGroup group={group} />}</LoadedPage>
}

const OneGroup = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const openEdit = useEditLink(group.id)
  const isBidder = useSession().active?.kind === 'freelancer'
  const isDesk = group.invitations !== undefined
  const waiting = isDesk ? (group.members ?? []).filter(({ state }) => state === 'requested').length : 0
  const toSign = abilityFor(group.abilities, 'signCharter')?.allowed
  return (
    <Page
      title={
        waiting > 0
          ? t('page.waiting', { count: waiting, group: group.name })
          : toSign
            ? t('page.toSign', { group: group.name })
            : group.name
      }
      tabTitle={group.name}
      chips={
        <>
          <Chip tone="plain">{t('page.members', { count: group.memberCount })}</Chip>
          <Chip tone="plain">{group.commune}</Chip>
          {group.state === 'frozen' && <StateBadge process="group" state="frozen" />}
        </>
      }
      lead={t('page.lead', { association: group.association.name })}
      actions={
        <>
          {abilityFor(group.abilities, 'postNeed')?.allowed && (
            <Button component={Link} to={`${paths.newNeed}?groupId=${group.id}`}>
              {t('page.postNeed')}
            </Button>
          )}
          <Button component={Link} to={`${paths.needs}?groupId=${group.id}`} variant="outline">
            {t('page.needs')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {group.state === 'frozen' && (
          <Callout tone="ocre">
            <b>{t('freeze.isFrozen')}</b> {group.frozenBecause}
          </Callout>
        )}
        <TwoColumns
          aside={
            <div className="stack">
              {isDesk ? <InviteCard group={group} /> : !isBidder && <MyPlaceCard group={group} />}
              {(isDesk || isBidder) && <GroupRecordCard groupId={group.id} />}
              <RulesCard rules={group.rules} />
            </div>
          }
        >
          <div className="stack">
            {group.description && <p>{group.description}</p>}
            {isDesk && <RequestsCard group={group} />}
            {group.members && <MembersCard group={group} />}
            {group.charter !== undefined && <CharterCard group={group} />}
            <div className="row">
              <AbilityButton ability={abilityFor(group.abilities, 'edit')} variant="outline" onClick={openEdit}>
                {t('page.edit')}
              </AbilityButton>
            </div>
            <GroupReviews groupId={group.id} />
            {isDesk && <FreezeCard group={group} />}
          </div>
        </TwoColumns>
      </div>
    </Page>
  )
}
