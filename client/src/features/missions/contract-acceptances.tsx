import { useTranslation } from 'react-i18next'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/when.tsx'

/** Who has accepted this version, by whom and when, and who has not yet. */
export const ContractAcceptances = ({ contract }: { contract: ContractView }) => {
  const { t } = useTranslation('contract')
  return (
    <Card aria-labelledby="acceptations">
      <h2 id="acceptations">{t('acceptances.title')}</h2>
      <DataTable
        caption={t('acceptances.caption')}
        head={[t('acceptances.party'), t('acceptances.person'), t('acceptances.at')]}
        rows={[
          ...contract.acceptances.map(({ organisationId, organisation, person, at }) => ({
            key: organisationId,
            cells: [organisation, person, <When key="at" at={at} />],
          })),
          ...contract.awaited.map(({ organisationId, organisation }) => ({
            key: organisationId,
            cells: [organisation, '–', t('acceptances.awaited')],
          })),
        ]}
      />
    </Card>
  )
}
