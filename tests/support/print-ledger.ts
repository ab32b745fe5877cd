import { ledger } from '@mutuo/server/modules/ledger/index.ts'
import { organisations } from '@mutuo/server/modules/organisations/index.ts'
import { balancesOf } from '@mutuo/shared/ledger/balance.ts'

const isPrinted = process.env.MUTUO_PRINT_STORY === '1'

/** A story's table, shown by `npm run story`. */
export const printTable = (title: string, rows: object[]): void => {
  if (!isPrinted) return
  process.stdout.write(`\n${title}\n`)
  console.table(rows)
}

/** Every entry of a mission, then the balance of every account, with names instead of ids. */
export const printLedger = async (missionId: string): Promise<void> => {
  if (!isPrinted) return
  const entries = await ledger.entriesOf([missionId])
  const ids = entries.flatMap((entry) => entry.lines.flatMap((line) => line.account.split(':').slice(2)))
  const marks = await organisations.marksOf([...new Set(ids)])
  const named = (account: string) =>
    account
      .split(':')
      .map((part) => marks.get(part)?.name ?? (part.length > 30 ? part.slice(-6) : part))
      .join(' · ')
  printTable(
    'Écritures',
    entries.flatMap(({ seq, type, lines }) =>
      lines.map((line) => ({ n: seq, écriture: type, compte: named(line.account), euros: (line.amountMinor / 100).toFixed(2) })),
    ),
  )
  printTable(
    'Soldes',
    [...balancesOf(entries)]
      .filter(([, amount]) => amount !== 0)
      .map(([account, amount]) => ({ compte: named(account), euros: (amount / 100).toFixed(2) })),
  )
}
