import * as z from 'zod'

/** Before anything is read: the page's policy allows no code that is written at run time, and Zod would try. */
export const withoutJit = (): void => {
  z.config({ jitless: true })
}
