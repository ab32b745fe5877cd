import { useTranslation } from 'react-i18next'
import { previewAmendment } from '@mutuo/shared/missions/amendment.endpoints.ts'
import type { AmendmentChange } from '@mutuo/shared/missions/amendment.schema.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { AmendmentShare } from './amendment-share.tsx'
import { AmendmentTotal } from './amendment-total.tsx'

/** What the changes would make of one's own share, or of the price, before they are proposed. */
export const AmendmentCost = ({ missionId, changes }: { missionId: string; changes: AmendmentChange[] }) => {
  const { t } = useTranslation('contract')
  const query = useAnswer(previewAmendment, { missionId, changes })
  return (
    <Loaded query={query}>
      {({ my, total }) => {
        if (my) return <AmendmentShare my={my} state="proposed" label={t('rise.caption')} />
        if (!total) return <p>{t('form.later')}</p>
        return <AmendmentTotal total={total} />
      }}
    </Loaded>
  )
}
