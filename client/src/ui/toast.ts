import i18next from 'i18next'
import { problemText } from '../platform/problem-text.ts'

type Toast = { title?: string; message: string; color: string; autoClose: number | false; role?: string }

const show = async (toast: Toast) => {
  const { notifications } = await import('@mantine/notifications')
  notifications.show({ ...toast, closeButtonProps: { 'aria-label': i18next.t('actions.close') } })
}

/** It is done: one sentence that goes away by itself. */
export const toastDone = (message: string) => void show({ message, color: 'canard', autoClose: 6000 })

/** It did not work, and no field is to blame: the sentence of the refusal, which stays until closed. */
export const toastProblem = (error: unknown) =>
  void show({ title: i18next.t('failed'), message: problemText(error), color: 'red', autoClose: false, role: 'alert' })
