import { relative } from 'node:path'

/** A path as somebody in this directory would type it. */
export const shortPath = (path: string): string => {
  const short = relative('', path)
  return short === '' || short.startsWith('..') ? path : short
}
