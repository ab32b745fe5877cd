export const findingErrors = {
  FIRM_NOT_IN_GROUP: 422,
  FIRM_ALREADY_IN: 409,
  ALREADY_INVITED: 409,
} as const
