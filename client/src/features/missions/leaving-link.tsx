import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'

/** To one's own share, where a firm finds somebody in its place, or leaves. */
export const LeavingLink = ({ mission: { my, state } }: { mission: MissionView }) => {
  const { t } = useTranslation('drop-outs')
  if (!my || (state !== 'collecting' && state !== 'active')) return null
  return (
    <Card flat tight aria-labelledby="place">
      <h3 id="place">{t('link.title')}</h3>
      <p>{t('link.text')}</p>
      <Link className="link" to={paths.share(my.shareId)}>
        {t('link.go')}
      </Link>
    </Card>
  )
}
