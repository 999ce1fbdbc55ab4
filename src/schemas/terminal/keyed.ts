import * as z from 'zod'
import { Reference } from '../primitives.ts'

/** Keys that an object already has: looked up in a record, they find machinery instead of an item. */
const reserved: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

/** Items by their own key, as records keep them. */
export const keyed = <Item extends z.ZodType>(
  item: Item,
): z.ZodReadonly<z.ZodRecord<typeof Reference, Item>> =>
  z
    .record(
      Reference.refine((key) => !reserved.has(key), { params: { code: 'UNKNOWN_FIELD' } }),
      item,
    )
    .readonly()
