import type { Locale } from '../access/viewer.ts'

/** A letter in words; its look is the platform's. */
export type Letter = { subject: string; paragraphs: string[]; action?: { label: string; url: string }; footnote?: string }
export type MailParams = Record<string, string | number>
export type MailTemplate = (params: MailParams) => Letter
export type MailTemplates = Record<string, Record<Locale, MailTemplate>>

let templates: MailTemplates = {}

export const useMailTemplates = (all: MailTemplates[]): void => {
  templates = Object.assign({}, ...all)
}

/** @throws Error when no module has such a letter */
export const letterOf = (name: string, locale: Locale, params: MailParams): Letter => {
  const template = templates[name]
  if (!template) throw new Error(`no letter is called ${name}`)
  return template[locale](params)
}
