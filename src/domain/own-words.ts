import type { NoticeWording } from './catalogues.ts'

/** A name in braces, in the place of which a notice says something. */
const blank = /\{(\w+)\}/g

/** The names that a text has blanks for. */
export const blanksIn = (text: string): readonly string[] =>
  [...text.matchAll(blank)].flatMap(([, name]) => name ?? [])

const filled = (text: string, values: Readonly<Record<string, string | undefined>>): string | undefined =>
  blanksIn(text).every((name) => Object.hasOwn(values, name) && values[name] !== undefined)
    ? text.replace(blank, (_, name: string) => values[name] ?? '')
    : undefined

/**
 * A notice in the provider's own words. A line of the body with something that is not known of this case is left out; where
 * the subject cannot be said, or nothing is left of the body, there are none.
 */
export const inOwnWords = (
  wording: Pick<NoticeWording, 'subject' | 'body'>,
  values: Readonly<Record<string, string | undefined>>,
): { readonly subject: string; readonly body: string } | undefined => {
  const subject = filled(wording.subject, values)
  const body = wording.body.split('\n').flatMap((line) => filled(line, values) ?? [])
  return subject === undefined || body.every((line) => line.trim() === '')
    ? undefined
    : { subject, body: body.join('\n') }
}
