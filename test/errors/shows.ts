import type { Canary } from './canaries.ts'

/** Can anything that must not be seen be read in what was printed? */
export const shows = ({ needles }: Canary, printed: string): boolean =>
  needles.some(
    (needle) =>
      printed.includes(needle) ||
      printed.includes(encodeURIComponent(needle)) ||
      printed.includes(JSON.stringify(needle).slice(1, -1)),
  )
