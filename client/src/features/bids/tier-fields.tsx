import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '../../ui/card.tsx'
import { lotsOf, type TierDraft } from './bid-draft.ts'
import type { FormPart } from './form-part.ts'
import { TierRow } from './tier-row.tsx'

const mostTiers = 10

/** The price for every number of firms: each tier holds from its number on, and no figure may rise. */
export const TierFields = ({ need, draft, change, errorOf }: FormPart) => {
  const { t } = useTranslation('bids')
  const set = (index: number, part: Partial<TierDraft>) =>
    change({ tiers: draft.tiers.map((tier, at) => (at === index ? { ...tier, ...part } : tier)) })
  const last = draft.tiers.at(-1)
  const add = () =>
    change({
      tiers: [
        ...draft.tiers,
        {
          minFirms: (last?.minFirms ?? need.content.minFirms) + 1,
          commonMinor: last?.commonMinor ?? null,
          perFirmMinor: last?.perFirmMinor ?? null,
        },
      ],
    })
  return (
    <Card>
      <CardHead title={t('tiers.title')} hint={t('tiers.formHint')} />
      {draft.tiers.map((tier, index) => (
        <TierRow
          key={index}
          index={index}
          tier={tier}
          hasCommon={lotsOf(need, 'common').length > 0}
          hasOwn={lotsOf(need, 'own').length > 0}
          isAlone={draft.tiers.length === 1}
          errorOf={errorOf}
          onChange={(part) => set(index, part)}
          onRemove={() => change({ tiers: draft.tiers.filter((_, at) => at !== index) })}
        />
      ))}
      {draft.tiers.length < mostTiers && (
        <Button variant="outline" size="sm" leftSection={<IconPlus className="ico" aria-hidden="true" />} onClick={add}>
          {t('tiers.add')}
        </Button>
      )}
    </Card>
  )
}
