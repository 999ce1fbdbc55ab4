import type { Locale } from 'terminal-lifecycle/domain'
import type { Theme } from './state.ts'

/** A browser may refuse to remember anything: then it asks the system again next time. */
const read = (name: string): string | null => {
  try {
    return localStorage.getItem(`playground.${name}`)
  } catch {
    return null
  }
}

export const remember = (name: 'locale' | 'theme', value: string): void => {
  try {
    localStorage.setItem(`playground.${name}`, value)
  } catch {
    // Nothing that was told depends on it.
  }
}

const isChinese = (tag: string | null | undefined): boolean => tag?.toLowerCase().startsWith('zh') ?? false

/** As the link says, as it was chosen before, as the browser speaks. */
export const firstLocale = (): Locale => {
  const asked = new URLSearchParams(location.search).get('lang') ?? read('locale') ?? navigator.language
  return isChinese(asked) ? 'zh-CN' : 'en'
}

export const firstTheme = (): Theme => {
  const chosen = read('theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}
