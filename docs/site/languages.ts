/** The languages of the site: where their pages stand, and how their sources are called. English is at the root. */
export const languages = [
  { locale: 'en', lang: 'en', path: '', suffix: '' },
  { locale: 'zh-CN', lang: 'zh-CN', path: 'zh-cn/', suffix: '.zh-CN' },
] as const

export type Language = (typeof languages)[number]
export type Locale = Language['locale']
