import type { Locale } from '../access/viewer.ts'
import type { Letter } from './mail-template.ts'

const FOOTERS = {
  fr: 'Mutuo — un expert du numérique, partagé entre commerçants voisins.',
  en: 'Mutuo — one digital expert, shared between neighbouring shops.',
} as const

const COLOURS = { ground: '#faf8f3', paper: '#ffffff', ink: '#1d2b28', soft: '#5b6a66', accent: '#0f6b5c', line: '#e4dfd3' }
const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif'

export const textOf = ({ paragraphs, action, footnote }: Letter, locale: Locale): string =>
  [...paragraphs, ...(action ? [`${action.label}\n${action.url}`] : []), ...(footnote ? [footnote] : []), `-- \n${FOOTERS[locale]}`].join(
    '\n\n',
  )

/** Sober, without pictures or anything fetched: readable in every mail program, and it tells nobody that it was opened. */
export const htmlOf = ({ subject, paragraphs, action, footnote }: Letter, locale: Locale): string => {
  const lines = paragraphs.map((paragraph) => `<p style="margin:0 0 16px;line-height:1.55">${escaped(paragraph)}</p>`)
  const button = action
    ? `<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${COLOURS.accent};color:#ffffff;text-decoration:none;font-weight:600">${escaped(action.label)}</a></p>`
    : ''
  const note = footnote ? `<p style="margin:16px 0 0;font-size:14px;color:${COLOURS.soft}">${escaped(footnote)}</p>` : ''
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:${COLOURS.ground};color:${COLOURS.ink};${FONT};font-size:16px">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 16px;font-size:20px;font-weight:700;color:${COLOURS.accent}">Mutuo</p>
<div style="padding:24px;background:${COLOURS.paper};border:1px solid ${COLOURS.line};border-radius:12px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${lines.join('\n')}${button}${note}
</div>
<p style="margin:16px 0 0;font-size:13px;color:${COLOURS.soft}">${FOOTERS[locale]}</p>
</div></body></html>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] as string).replaceAll('\n', '<br>')
