export const alertErrors = {
  TOO_MANY_ALERTS: 409,
  ALERT_EXISTS: 409,
  ALERT_LINK_INVALID: 404,
} as const
