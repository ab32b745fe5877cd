import { useTranslation } from 'react-i18next'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { money } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/when.tsx'

/** What is to be done, by when, for how much; of an own lot the reader's own part. */
export const ContractMilestones = ({ contract }: { contract: ContractView }) => {
  const { t } = useTranslation('contract')
  const isFirm = contract.shares.some(({ isMe }) => isMe)
  return (
    <Card aria-labelledby="travail">
      <h2 id="travail">{t('work.title')}</h2>
      <ul className="stack tight">
        {contract.lots.map(({ id, kind, title, description }) => (
          <li key={id}>
            <b>{title}</b>, {t(`work.${kind}`)}
            {description && (
              <>
                <br />
                <small>{description}</small>
              </>
            )}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('work.caption')}
        head={[t('work.milestone'), { text: t('work.all'), numeric: true }, ...(isFirm ? [{ text: t('work.mine'), numeric: true }] : [])]}
        rows={contract.milestones.map(({ id, position, title, description, dueOn, amountMinor, myAmountMinor }) => ({
          key: id,
          cells: [
            <span key="title">
              {position}. {title}
              <br />
              <small>
                <When at={dueOn} as="day" />
                {description && <>, {description}</>}
              </small>
            </span>,
            amountMinor === undefined ? t('work.private') : money(amountMinor),
            ...(isFirm ? [myAmountMinor === undefined ? '–' : money(myAmountMinor)] : []),
          ],
        }))}
      />
    </Card>
  )
}
