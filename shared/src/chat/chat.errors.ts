export const chatErrors = {
  ROOM_READ_ONLY: 409,
  MESSAGE_TOO_OLD: 409,
  NOT_YOUR_MESSAGE: 403,
} as const
