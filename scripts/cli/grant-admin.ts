import { accounts } from '@mutuo/server/modules/accounts/index.ts'
import { liveConfig, withProduct } from '../live/open-product.ts'

/** Makes the person with this address an administrator of the platform. */
export const grantAdmin = async ([email]: string[]): Promise<number> => {
  if (!email) throw new Error('npm run cli -- grant-admin EMAIL')
  await withProduct(liveConfig(), () => accounts.grantAdmin(email))
  console.log(`${email} is an administrator now.`)
  return 0
}
