import { useState } from 'react'
import { useParams } from 'react-router'
import { useTranslation } from 'react-i18next'
import { listAmendments } from '@mutuo/shared/missions/amendment.endpoints.ts'
import type { AmendmentList } from '@mutuo/shared/missions/amendment.schema.ts'
import { getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { AmendmentCard } from './amendment-card.tsx'
import { AmendmentForm } from './amendment-form.tsx'

/** What is proposed to change in the contract, and what was changed. */
export const AmendmentsPage = () => {
  const { missionId = '' } = useParams()
  const mission = useAnswer(getMission, { missionId })
  const query = useAnswer(listAmendments, { missionId })
  useLive(`mission:${missionId}`, [keyOf(listAmendments), keyOf(getMission, { missionId })])
  return <LoadedPage query={mission}>{(found) => <Amendments mission={found} query={query} />}</LoadedPage>
}

type Props = { mission: MissionView; query: Parameters<typeof Loaded<AmendmentList>>[0]['query'] }

const Amendments = ({ mission, query }: Props) => {
  const { t } = useTranslation('contract')
  const [isProposing, setProposing] = useState(false)
  return (
    <Page title={t('amendments.title')} back={{ to: paths.mission(mission.id), label: mission.title }} lead={t('amendments.lead')}>
      <Loaded query={query}>
        {({ items, abilities }) => (
          <>
            {isProposing && <AmendmentForm mission={mission} onDone={() => setProposing(false)} />}
            {!isProposing && abilityFor(abilities, 'propose') && (
              <div>
                <AbilityButton ability={abilityFor(abilities, 'propose')} onClick={() => setProposing(true)}>
                  {t('amendments.propose')}
                </AbilityButton>
              </div>
            )}
            {items.length === 0 && !isProposing && <EmptyState title={t('amendments.none')} text={t('amendments.noneText')} />}
            {items.map((amendment) => (
              <AmendmentCard key={amendment.id} amendment={amendment} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}
