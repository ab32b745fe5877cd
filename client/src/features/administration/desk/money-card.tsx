import { useTranslation } from 'react-i18next'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { money } from '../../../platform/format.ts'
import { Card, CardHead } from '../../../ui/card.tsx'
import { SharesBar, Swatch } from '../../../ui/shares-bar.tsx'
import classes from './desk.module.css'

type Money = AssociationDesk['money']
type Group = AssociationDesk['groups'][number]
type Place = { key: Exclude<keyof Money, 'paidMinor'>; colour: string; look?: 'solid' | 'hatched' }

/** Hatched: charged and not released yet. */
const places: readonly Place[] = [
  { key: 'retainedMinor', colour: 'var(--ocre-4)', look: 'hatched' },
  { key: 'transferredMinor', colour: 'var(--canard-7)' },
  { key: 'feesMinor', colour: 'var(--f7)' },
  { key: 'commissionMinor', colour: 'var(--f3)' },
  { key: 'refundedMinor', colour: 'var(--f8)' },
]
const always = ['retainedMinor', 'transferredMinor', 'feesMinor']

/** Where the money of each group is; the columns of a line sum to what was paid. */
export const MoneyCard = ({ groups, money: all }: { groups: readonly Group[]; money: Money }) => {
  const { t } = useTranslation('administration-desk')
  const shown = places.filter(({ key }) => always.includes(key) || all[key] !== 0)
  const most = Math.max(1, ...groups.map((group) => group.money.paidMinor))
  return (
    <Card aria-labelledby="argent">
      <CardHead id="argent" title={t('money.title')} hint={t('money.hint')} />
      {all.paidMinor === 0 ? (
        <p className="muted">{t('money.none')}</p>
      ) : (
        <>
          <table className={`wide-only ${classes['money']}`}>
            <caption className="sr">{t('money.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('money.group')}</th>
                <td />
                <th scope="col" className="num">
                  {t('money.paidMinor')}
                </th>
                {shown.map(({ key, ...look }) => (
                  <th key={key} scope="col" className="num">
                    <Swatch {...look} /> {t(`money.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.id}>
                  <th scope="row">{group.name}</th>
                  <td aria-hidden="true">
                    <Bar of={group.money} shown={shown} most={most} />
                  </td>
                  <td className="num">{money(group.money.paidMinor)}</td>
                  {shown.map(({ key }) => (
                    <td key={key} className="num">
                      {money(group.money[key])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('money.all')}</th>
                <td />
                <td className="num">{money(all.paidMinor)}</td>
                {shown.map(({ key }) => (
                  <td key={key} className="num">
                    {money(all[key])}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
          <ul className={`phone-only ${classes['moneys']}`}>
            {groups.map((group) => (
              <li key={group.id}>
                <h3>{group.name}</h3>
                <Bar of={group.money} shown={shown} most={most} />
                <Lines of={group.money} shown={shown} />
              </li>
            ))}
            <li>
              <h3>{t('money.all')}</h3>
              <Lines of={all} shown={shown} />
            </li>
          </ul>
        </>
      )}
    </Card>
  )
}

type Shown = { of: Money; shown: readonly Place[] }

const Bar = ({ of, shown, most }: Shown & { most: number }) => {
  const { t } = useTranslation('administration-desk')
  if (of.paidMinor === 0) return null
  return (
    <SharesBar
      segments={shown.map(({ key, ...look }) => ({ key, weight: of[key], ...look }))}
      total={most}
      label={shown.map(({ key }) => `${t(`money.${key}`)} ${money(of[key])}`).join(', ')}
    />
  )
}

const Lines = ({ of, shown }: Shown) => {
  const { t } = useTranslation('administration-desk')
  return (
    <dl>
      {shown.map(({ key, ...look }) => (
        <div key={key}>
          <dt>
            <Swatch {...look} /> {t(`money.${key}`)}
          </dt>
          <dd>{money(of[key])}</dd>
        </div>
      ))}
      <div>
        <dt>{t('money.paidMinor')}</dt>
        <dd>
          <b>{money(of.paidMinor)}</b>
        </dd>
      </div>
    </dl>
  )
}
