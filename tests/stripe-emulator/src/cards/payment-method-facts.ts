import type { World } from '../world/world.ts'
import { cardByNumber, type CardScenario, type DisputePlan } from './test-cards.ts'
import { ibanByNumber, type IbanScenario } from './test-ibans.ts'

const numberOf = (world: World, paymentMethodId: string) => world.state.paymentMethodFacts[paymentMethodId]?.number ?? ''

/** What a saved card does; nothing special where it is not a card. */
export const scenarioOf = (world: World, paymentMethodId: string): CardScenario | undefined =>
  cardByNumber(numberOf(world, paymentMethodId))

/** What a saved IBAN does. */
export const ibanScenarioOf = (world: World, paymentMethodId: string): IbanScenario | undefined =>
  ibanByNumber(numberOf(world, paymentMethodId))

/** The dispute a successful payment by this method will meet. */
export const disputePlanOf = (world: World, paymentMethodId: string): DisputePlan | undefined =>
  scenarioOf(world, paymentMethodId)?.dispute ?? ibanScenarioOf(world, paymentMethodId)?.dispute
