import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Pile } from '../../ui/firm-mark.tsx'
import { equalSegments } from '../../ui/shares-card.tsx'
import { SharesBar } from '../../ui/shares-bar.tsx'
import { When } from '../../ui/when.tsx'
import classes from './sme-home.module.css'

/** A need in one's own list: how far it is, until when, and one's part of it. */
export const NeedLine = ({ need }: { need: NeedCard }) => {
  const { t } = useTranslation('sme-home')
  const { funding, state } = need
  return (
    <div className={classes['need']}>
      <div className="row between">
        <h3>
          <Link to={paths.need(need.id)}>{need.title}</Link>
        </h3>
        <StateBadge process="need" state={state} />
      </div>
      {state === 'gathering' && (
        <SharesBar
          size="sm"
          segments={equalSegments(need.marks, funding.firms, funding.promisedMinor)}
          total={Math.max(funding.targetMinor, funding.promisedMinor)}
          mark={{ at: funding.minimumMinor }}
          label={t('needs.bar', { count: funding.firms, promised: funding.promisedMinor, minimum: funding.minimumMinor })}
        />
      )}
      <p className="row">
        <Pile marks={need.marks} count={funding.firms} />
        <span>
          {state === 'gathering' && !funding.isMinimumReached
            ? t('needs.missing', { count: funding.firmsMissing })
            : t('needs.firms', { count: funding.firms })}
          {['gathering', 'bidding', 'negotiating', 'voting'].includes(state) && (
            <>
              , {t('needs.until')} <When at={need.closesAt} />
            </>
          )}
        </span>
      </p>
      <p className={classes['part']}>
        <span className="muted">{t(need.isParticipating ? 'needs.part' : 'needs.wouldPart', { count: need.myShareFirms })}</span>
        <b>{`${money(need.myShareMinor, { whole: true })} ${t('common:tax.net')}`}</b>
      </p>
    </div>
  )
}
