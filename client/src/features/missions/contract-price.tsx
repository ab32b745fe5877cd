import { useTranslation } from 'react-i18next'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { money } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import classes from './contract.module.css'

const lines = ['netMinor', 'vatMinor', 'grossMinor', 'capMinor', 'coverMinor'] as const

/** The reader's own share and cap; every firm's share where the charter opens them to the association. */
export const ContractPrice = ({ contract }: { contract: ContractView }) => {
  const { t } = useTranslation('contract')
  const mine = contract.shares.find(({ isMe }) => isMe)
  const isOpen = contract.shares.every(({ netMinor }) => netMinor !== undefined)
  return (
    <Card aria-labelledby="prix">
      <h2 id="prix">{t('price.title')}</h2>
      {mine && (
        <dl className={classes['facts']}>
          {lines.map((line) => (
            <Line key={line} name={t(`price.${line}`)} amountMinor={mine[line] ?? 0} />
          ))}
        </dl>
      )}
      {isOpen ? (
        <DataTable
          caption={t('price.caption')}
          head={[t('price.firm'), { text: t('price.net'), numeric: true }, { text: t('price.gross'), numeric: true }]}
          rows={contract.shares.map(({ firmId, name, netMinor = 0, grossMinor = 0 }) => ({
            key: firmId,
            cells: [name, money(netMinor), money(grossMinor)],
          }))}
        />
      ) : (
        <p className="muted">{t('price.private')}</p>
      )}
    </Card>
  )
}

const Line = ({ name, amountMinor }: { name: string; amountMinor: number }) => (
  <>
    <dt>{name}</dt>
    <dd>{money(amountMinor)}</dd>
  </>
)
