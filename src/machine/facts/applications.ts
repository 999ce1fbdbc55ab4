import type { Actor } from '../../domain/index.ts'
import type { Comparison } from '../../schemas/index.ts'

interface Compared {
  readonly by: Actor
  readonly mobile?: Comparison
  readonly account?: Comparison
}

/**
 * What was found when the form was compared with what is on record. That it matches is the provider's word: whoever applies, or
 * files for the one who does, cannot say so of itself.
 */
export const comparedIn = (event: object): Comparison => {
  const { by, mobile, account } = event as Compared
  const found = mobile ?? account ?? 'notOnRecord'
  const isOwnWord = by.role === 'merchant' || by.role === 'serviceProvider'
  return found === 'matches' && isOwnWord ? 'notOnRecord' : found
}
