const place = 'announced'

/** Reads something out, once and politely: own results, and what others have changed. */
export const announce = (text: string): void => {
  const element = document.getElementById(place)
  if (element) element.textContent = text
}

/** Where it is written; one for the whole page, and always there. */
export const announcer = { id: place, role: 'status', className: 'hidden-text' } as const
