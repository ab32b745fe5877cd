import { now } from '../../platform/clock.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { organisationChanged } from './organisation.events.ts'
import { organisationStore } from './organisation.store.ts'
import { askRegister } from './register.ts'

/** Marks a SIRET that the register knows; where it cannot be asked, nothing is held against the organisation. */
export const verifySiret = async (organisationId: string): Promise<void> => {
  const organisation = await organisationStore.find(organisationId)
  if (!organisation?.siret || organisation.isSiretVerified) return
  const { outcome } = await askRegister(organisation.siret, now())
  if (outcome !== 'found') return
  await transaction(async (tx) => {
    await organisationStore.setFact(organisationId, { isSiretVerified: true }, tx)
    tx.emit(organisationChanged(organisation))
  })
}
