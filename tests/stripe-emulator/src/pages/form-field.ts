import { escapeHtml } from './layout.ts'

/** A member of a posted form, trimmed; empty where it is not there. */
export const textOf = (form: unknown, name: string): string => {
  const value = typeof form === 'object' && form !== null ? (form as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value.trim() : ''
}

type Field = { name: string; id?: string; label: string; value: string; error: string | undefined; attributes?: string }

/** A labelled text input with its error beneath. */
export const field = ({ name, id = name, label, value, error, attributes = '' }: Field): string => `<div class="field">
<label for="${id}">${label}</label>
<input type="text" id="${id}" name="${name}" value="${escapeHtml(value)}" required ${attributes}${invalid(id, error)}>
${fieldError(id, error)}</div>`

export const invalid = (id: string, error: string | undefined): string =>
  error ? ` aria-invalid="true" aria-describedby="${id}-error"` : ''

export const fieldError = (id: string, error: string | undefined): string =>
  error ? `<p class="hint error" id="${id}-error">${escapeHtml(error)}</p>` : ''
