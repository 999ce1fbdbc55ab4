import { locales } from '../../src/domain/index.ts'
import { type LetterSource, lettersOf } from '../../src/letters/index.ts'

/** The letters that a life has given, as the digests that they bear: the merchant's, and the provider's copies. */
export const lettersKept = async (source: LetterSource): Promise<readonly string[]> => {
  const asked = locales.flatMap((locale) => [{ locale }, { locale, viewer: 'provider' as const }])
  const all = await Promise.all(asked.map((options) => lettersOf(source, options)))
  return all.flatMap((letters, place) =>
    letters.map(({ name, digest }) => `${asked[place]?.locale} ${name} ${digest.slice(0, 8)}`),
  )
}
