import { secretIn, secretsIn } from './find.ts'

/**
 * The text with `[REDACTED]` in the place of every secret.
 *
 * @example maskSecrets('card 4111 1111 1111 1111 refused') // 'card [REDACTED] refused'
 */
export const maskSecrets = (text: string): string => {
  if (secretIn(text) === undefined) return text
  let masked = ''
  let from = 0
  for (const { start, end } of secretsIn(text)) {
    masked += `${text.slice(from, start)}[REDACTED]`
    from = end
  }
  return masked + text.slice(from)
}
