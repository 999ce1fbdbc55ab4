export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The value with one member, or one item, that is another one: each there is, one after the other. */
export function* spoilt(value: Json): Generator<Json> {
  if (typeof value === 'string') yield `${value}!`
  else if (typeof value === 'number') yield value + 1
  else if (typeof value === 'boolean') yield !value
  else if (value === null) yield 'something'
  else if (Array.isArray(value)) {
    yield [...value, 'more']
    for (const [index, item] of value.entries())
      for (const other of spoilt(item)) yield value.with(index, other)
  } else {
    yield { ...value, more: 1 }
    for (const [name, item] of Object.entries(value)) {
      const { [name]: _, ...rest } = value
      yield rest
      for (const other of spoilt(item)) yield { ...value, [name]: other }
    }
  }
}
