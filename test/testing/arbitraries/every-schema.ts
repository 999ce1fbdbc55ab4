import * as z from 'zod'
import { operations } from '../../../src/contract/index.ts'
import * as door from '../../../src/schemas/index.ts'
import { documentSchemas, orderParams } from '../../../src/schemas/index.ts'

type Named = readonly [string, z.ZodType]

const schemasIn = (table: object, prefix = ''): readonly Named[] =>
  Object.entries(table).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[`${prefix}${name}`, value] as const] : [],
  )

/** Every schema that the door of the room exports: a new one is among them. */
export const ofTheDoor: readonly Named[] = schemasIn(door)

/** And what stands in tables: papers, what orders carry, what the contract takes and answers. */
export const everySchema: readonly Named[] = [
  ...ofTheDoor,
  ...schemasIn(documentSchemas, 'paper '),
  ...schemasIn(orderParams, 'order '),
  ...operations.flatMap((row) =>
    (['params', 'query', 'body', 'reply'] as const).flatMap((part): Named[] => {
      const bytes = (part === 'body' && row.media) || (part === 'reply' && row.replyMedia)
      return row[part] && !bytes ? [[`${row.name}/${part}`, row[part] as z.ZodType]] : []
    }),
  ),
]

/** What a schema finds wrong with values that it should accept. */
export const refusedOf = (schema: z.ZodType, values: readonly unknown[]) =>
  values.flatMap((value) => schema.safeParse(value).error?.issues ?? [])
