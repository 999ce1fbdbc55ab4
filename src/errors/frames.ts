import { label } from './mask.ts'

/** As engines write it: what ran, and file, line and column. */
const frame =
  /^\s{1,8}at (?:async )?((?:new )?[\w$.<>[\] ]{1,120} \()?((?:file:|node:|webpack|https?:|\/|[A-Za-z]:\\)\S{1,300}:\d{1,7}:\d{1,7})\)?$/

/** A stack is read no further. */
const longest = 10_000

const stackOf = (thrown: unknown): string => {
  try {
    const stack: unknown = thrown instanceof Error ? thrown.stack : undefined
    return typeof stack === 'string' ? stack.slice(0, longest) : ''
  } catch {
    // A foreign object may throw when it is read.
    return ''
  }
}

/** Where something was thrown: only lines that are frames, never the message above them. */
export const framesOf = (thrown: unknown, most: number): readonly string[] =>
  stackOf(thrown)
    .split('\n')
    .flatMap((line) => {
      const [, ran = '', where] = frame.exec(line) ?? []
      if (where === undefined) return []
      // apart, else the name of a function such as getToken makes a secret of the file behind it
      const name = label(ran.replace(/ \($/, ''))
      return name === '' ? label(where) : `${name} (${label(where.replace(/\)$/, ''))})`
    })
    .slice(0, most)
