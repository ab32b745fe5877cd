import { accounts } from '@mutuo/server/modules/accounts/index.ts'
import { liveConfig, withProduct } from '../live/open-product.ts'

const PAGE = 100

/** Prints the people whose name begins so, or who have this address, a line each. */
export const listUsers = async ([beginning]: string[]): Promise<number> => {
  await withProduct(liveConfig(), async () => {
    let cursor: string | undefined
    do {
      const page = await accounts.page({ q: beginning, limit: PAGE, cursor })
      for (const user of page.items) {
        const marks = [user.isAdmin && 'administrator', user.isSuspended && 'suspended'].filter(Boolean).join(', ')
        console.log(`${user._id}  ${user.email.padEnd(36)} ${user.name}${marks && `  (${marks})`}`)
      }
      cursor = page.nextCursor ?? undefined
    } while (cursor)
  })
  return 0
}
