export const administrationErrors = {
  NOT_YOURSELF: 409,
} as const
