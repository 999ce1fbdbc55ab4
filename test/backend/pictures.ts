import { join, noise } from './files/kit.ts'
import { chunk, end, header, pixels, signature } from './files/png.ts'

/** A picture of about so many bytes. */
export const pictureOf = (length: number) =>
  join(signature, header(), chunk('prVt', noise(length)), pixels, end)
