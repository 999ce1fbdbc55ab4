/** `before` is what stood there in a record that was whole: what both share is not gone through again. */
export type Check = (value: unknown, before?: unknown) => string | undefined

/**
 * What a stored value should be. It answers where the value is not that: a JSON Pointer from the value downwards, `''` for
 * the value itself; nothing when it is whole.
 *
 * `T` is what it vouches for; in both directions, so that a list of names which lacks one does not compile.
 */
export interface Kind<T> extends Check {
  readonly vouches?: (value: T) => T
}

type Named = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isShared = (value: unknown, before: unknown): boolean => before !== undefined && value === before
const memberOf = (before: unknown, name: string): unknown => (isObject(before) ? before[name] : undefined)

const told = (whole: boolean): string | undefined => (whole ? undefined : '')

export const text: Kind<string> = (value) => told(typeof value === 'string')
export const flag: Kind<boolean> = (value) => told(typeof value === 'boolean')
export const integer: Kind<number> = (value) => told(Number.isSafeInteger(value))

const isUpTo = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most
export const upTo =
  (most: number): Kind<number> =>
  (value) =>
    told(isUpTo(value, most))
/** One more of it is still exact. */
export const natural: Kind<number> = (value) => told(isUpTo(value, Number.MAX_SAFE_INTEGER - 1))

const dated =
  /^(\d{4}|\+01\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
/** Where a clock that starts in the year 9999 may end. */
export const end: Kind<string> = (value) => told(typeof value === 'string' && dated.test(value))
/** With its offset, as events write it. */
export const instant: Kind<string> = (value) =>
  told(typeof value === 'string' && value[0] !== '+' && dated.test(value))

export const oneOf =
  <const Name>(names: readonly Name[]): Kind<Name> =>
  (value) =>
    told((names as readonly unknown[]).includes(value))

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text
/** The same, of a few words. */
export const word = <const Text extends string>(words: Text) =>
  oneOf(words.split(' ') as unknown as readonly Words<Text>[])

export const nullable =
  <T>(kind: Kind<T>): Kind<T | null> =>
  (value, before) =>
    value === null ? undefined : kind(value, before)

/** Also for what a later release adds: records of the same format lack it. */
export const optional =
  <T>(kind: Kind<T>): Kind<T | undefined> =>
  (value, before) =>
    value === undefined ? undefined : kind(value, before)

export const list =
  <T>(kind: Kind<T>): Kind<readonly T[]> =>
  (value, before) => {
    if (isShared(value, before)) return undefined
    if (!Array.isArray(value)) return ''
    for (const [index, item] of value.entries()) {
      const below = kind(item)
      if (below !== undefined) return `/${index}${below}`
    }
    return undefined
  }

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Items by their own key; `key` is the field that repeats it. What every object inherits is nobody's key. */
export const ledger =
  <T>(kind: Kind<T>, key?: keyof T & string): Kind<Readonly<Record<string, T>>> =>
  (value, before) => {
    if (isShared(value, before)) return undefined
    if (!isObject(value)) return ''
    for (const name in value) {
      const item = value[name]
      if (isShared(item, memberOf(before, name))) continue
      const below =
        name in Object.prototype
          ? ''
          : (kind(item) ?? (key === undefined || (item as Named)[key] === name ? undefined : `/${key}`))
      if (below !== undefined) return `/${escaped(name)}${below}`
    }
    return undefined
  }

export type Fields<T> = { readonly [Name in keyof T]-?: Kind<T[Name]> }

/** Every field that is named; what a newer release may have added beside them is left alone. */
export const fields = <T>(kinds: Fields<T>): Kind<T> => {
  const named = Object.entries<Check>(kinds as Readonly<Record<string, Check>>)
  return (value, before) => {
    if (isShared(value, before)) return undefined
    if (!isObject(value)) return ''
    for (const [name, kind] of named) {
      const below = kind(value[name], memberOf(before, name))
      if (below !== undefined) return `/${name}${below}`
    }
    return undefined
  }
}

/** One of several, told apart by the text in the field `tag`. */
export const variants =
  <T, Tag extends keyof T & string>(tag: Tag, kinds: Readonly<Record<T[Tag] & string, Check>>): Kind<T> =>
  (value) => {
    if (!isObject(value)) return ''
    const named: Readonly<Record<string, Check>> = kinds
    const name = value[tag]
    return typeof name === 'string' && Object.hasOwn(named, name) ? named[name]?.(value) : `/${tag}`
  }
