import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { problemText } from '../platform/problem-text.ts'

/** It is done: one sentence that goes away by itself. */
export const toastDone = (message: string) =>
  notifications.show({ message, color: 'canard', autoClose: 6000, closeButtonProps: { 'aria-label': i18next.t('actions.close') } })

/** It did not work, and no field is to blame: the sentence of the refusal, which stays until closed. */
export const toastProblem = (error: unknown) =>
  notifications.show({
    title: i18next.t('failed'),
    message: problemText(error),
    color: 'red',
    autoClose: false,
    role: 'alert',
    closeButtonProps: { 'aria-label': i18next.t('actions.close') },
  })
