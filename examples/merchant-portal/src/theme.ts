/** As the system has it, or as the reader wants it here. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'portal:theme'

export const themeAtFirst = (): Theme => themes.find((one) => one === localStorage.getItem(key)) ?? 'system'

export const nextTheme = (theme: Theme): Theme =>
  themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'

export const showTheme = (theme: Theme): void => {
  localStorage.setItem(key, theme)
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
}
