import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { makePledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { newId } from '../../platform/new-id.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { useConfirmPledge } from './use-confirm-pledge.ts'

/** Gone from the table; one tap brings the same promise back. */
export const WithdrawnPledge = ({ need, pledge, onBack }: { need: NeedView; pledge: PledgeView; onBack: () => void }) => {
  const { t } = useTranslation('pledges')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const make = useAct(makePledge)
  const { confirm, isConfirming } = useConfirmPledge()
  const restore = async () => {
    const { capMinor, coverMinor, units, measure, conditions } = pledge
    const promise = { capMinor, coverMinor, units, conditions, ...(measure !== undefined && { measure }) }
    const made = await make.mutateAsync({ id, needId: need.id, ...promise })
    if (pledge.state === 'ready' && made.card) await confirm(made.id)
    await queries.invalidateQueries({ queryKey: keyOf(getNeed) })
    toastDone(t('withdraw.restored'))
    onBack()
    await navigate(`${paths.pledge(need.id)}?etape=3`, { replace: true })
  }
  return (
    <NoticePage
      title={t('withdraw.done')}
      text={t('withdraw.doneText')}
      actions={
        <>
          <Button component={Link} to={paths.need(need.id)}>
            {t('done.see')}
          </Button>
          <Button variant="outline" loading={make.isPending || isConfirming} onClick={() => void restore().catch(toastProblem)}>
            {t('withdraw.restore')}
          </Button>
        </>
      }
    />
  )
}
