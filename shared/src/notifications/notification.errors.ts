export const notificationErrors = {} as const
