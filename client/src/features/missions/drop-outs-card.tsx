import { useTranslation } from 'react-i18next'
import { listDropOuts } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import { DropOutItem } from './drop-out-item.tsx'
import type { Role } from './role-in.ts'

/** For the association: each share that its firm does not or will not pay, whose turn it is, and who waits. */
export const DropOutsCard = ({ mission, role }: { mission: MissionView; role: Role }) => {
  const { t } = useTranslation('drop-outs')
  const isOpen = mission.state === 'collecting' || mission.state === 'active'
  const query = useAnswer(listDropOuts, { missionId: mission.id }, { enabled: role === 'association' && isOpen })
  useLive(isOpen ? `mission:${mission.id}` : undefined, [keyOf(listDropOuts, { missionId: mission.id })])
  useLive(isOpen ? `need:${mission.needId}` : undefined, [keyOf(listDropOuts, { missionId: mission.id })])
  const list = query.data
  if (role !== 'association' || !isOpen || !list || list.items.length + list.waiting.length === 0) return null
  return (
    <Card {...(list.items.length > 0 ? { edge: 'ocre' as const } : {})} aria-labelledby="remplacer">
      {list.items.length > 0 && <CardHead id="remplacer" title={t('desk.title')} hint={t('desk.lead')} />}
      {list.items.map((item) => (
        <DropOutItem key={item.shareId} item={item} missionId={mission.id} />
      ))}
      {list.items.length > 0 ? <h3>{t('desk.list')}</h3> : <h2 id="remplacer">{t('desk.list')}</h2>}
      {list.waiting.length === 0 ? (
        <p className="muted">{t('desk.listNone')}</p>
      ) : (
        <ol className="stack tight">
          {list.waiting.map(({ firm }) => (
            <li key={firm.id}>
              <FirmName of={firm} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
