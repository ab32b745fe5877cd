import { useTranslation } from 'react-i18next'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { money } from '../../platform/format.ts'
import classes from './freelancer-home.module.css'

type Point = FreelancerHome['invitations'][number]['points'][number]

/** For a few numbers of firms: what each pays and what they pay together; today's number stands out. */
export const PricePoints = ({ points, minFirms, caption }: { points: readonly Point[]; minFirms: number; caption: string }) => {
  const { t } = useTranslation('freelancer-home')
  return (
    <table className={classes['points']}>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('points.firms')}</th>
          <th scope="col" className="num">
            {t('points.each')}
          </th>
          <th scope="col" className="num">
            {t('points.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ firms, eachMinor, totalMinor, isNow }) => (
          <tr key={firms} data-here={isNow || undefined}>
            <th scope="row">
              {firms} {isNow ? <small>{t('points.now')}</small> : firms === minFirms && <small>{t('points.minimum')}</small>}
            </th>
            <td className="num">{money(eachMinor, { whole: true })}</td>
            <td className="num">
              <b>{money(totalMinor, { whole: true })}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
