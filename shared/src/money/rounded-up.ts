/** An amount raised to the next whole step, to propose a round figure that covers it. */
export const roundedUpMinor = (amountMinor: number, stepMinor: number): number => {
  const rest = amountMinor % stepMinor
  return rest === 0 ? amountMinor : amountMinor + stepMinor - rest
}
