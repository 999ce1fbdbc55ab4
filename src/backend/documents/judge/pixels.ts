import type { ContentFault } from '../../../domain/index.ts'
import { documentLimits } from '../../../schemas/index.ts'

/** By what the header says: nobody unpacks a picture to find out that it is too large. */
export const pixelFault = (width: number, height: number): ContentFault | undefined => {
  if (width === 0 || height === 0) return 'CONTENT_DAMAGED'
  const { pixels, pixelsASide } = documentLimits
  const isTooLarge = width > pixelsASide || height > pixelsASide || width * height > pixels
  return isTooLarge ? 'PICTURE_TOO_LARGE' : undefined
}
