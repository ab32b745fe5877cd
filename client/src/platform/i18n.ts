import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { day, dayTime, money, number, percent, relative, time } from './format.ts'

export type Locale = 'fr' | 'en'
export const locales: readonly Locale[] = ['fr', 'en']

const storageKey = 'mutuo.locale'
const always = ['common', 'errors', 'states']

const formats: Record<string, (value: never) => string> = {
  money: (value: number) => money(value),
  euros: (value: number) => money(value, { whole: true }),
  count: (value: number) => number(value),
  percent: (value: number) => percent(value),
  day: (value: string) => day(value),
  dayTime: (value: string) => dayTime(value),
  time: (value: string) => time(value),
  relative: (value: string) => relative(value),
}

/** One JSON file a feature and a language; each is fetched when a page that needs it opens. */
const files = {
  type: 'backend' as const,
  read: (locale: string, namespace: string, done: (error: unknown, texts: unknown) => void) => {
    import(`../locales/${locale}/${namespace}.json`).then(
      (module: { default: unknown }) => done(null, module.default),
      (error: unknown) => done(error, null),
    )
  },
}

const start = async () => {
  const chosen = localStorage.getItem(storageKey)
  i18next.use(files).use(initReactI18next)
  await i18next.init({
    lng: locales.find((locale) => locale === chosen) ?? 'fr',
    fallbackLng: 'fr',
    supportedLngs: [...locales],
    ns: always,
    defaultNS: 'common',
    fallbackNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: true },
  })
  for (const [name, format] of Object.entries(formats)) i18next.services.formatter?.add(name, (value: unknown) => format(value as never))
  document.documentElement.lang = i18next.language
}

let started: Promise<void> | undefined

/** French unless this person or this device chose English. Resolves when the texts that every page needs are there. */
export const startTexts = () => (started ??= start())

export const loadTexts = async (namespaces: readonly string[]) => {
  await startTexts()
  await i18next.loadNamespaces([...namespaces])
}

export const chooseLocale = async (locale: Locale) => {
  if (i18next.language === locale) return
  localStorage.setItem(storageKey, locale)
  await i18next.changeLanguage(locale)
  document.documentElement.lang = locale
}
