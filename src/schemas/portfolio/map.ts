import * as z from 'zod'
import { secretIn } from '../../domain/index.ts'
import { InvalidInputError } from '../../errors/index.ts'
import { issuesOf } from '../forms/issue.ts'
import { judgement, secretCodes } from '../forms/judged.ts'
import { type PortfolioColumn, portfolioColumns } from './columns.ts'

const Name = z
  .string()
  .min(1)
  .max(200)
  .check(judgement((name) => (name.length > 200 ? undefined : secretIn(name)), secretCodes))
const Column = z.enum(portfolioColumns as readonly [PortfolioColumn, ...PortfolioColumn[]])

const shape = z.strictObject({
  /** Their name of a column, and ours. One that is called as ours needs no line. */
  columns: z.record(Name, Column).optional(),
  /** Columns of theirs that are left alone. */
  ignore: z.array(Name).max(1_000).readonly().optional(),
  /** By our column: their code, and ours. */
  values: z.partialRecord(Column, z.record(z.string().max(200), z.string().max(200))).optional(),
  /** What their file does not say because it is the same in every row; what a row says wins. */
  constants: z.partialRecord(Column, z.string().min(1).max(200)).optional(),
})

/** How somebody else's file is to be read: their columns and codes, and ours. */
export const PortfolioMap: z.ZodType<PortfolioMap> = shape
export interface PortfolioMap extends z.output<typeof shape> {}

/** @throws InvalidInputError naming what is wrong, below `/map`. */
export const readMap = (map: PortfolioMap = {}): PortfolioMap => {
  const parsed = shape.safeParse(map)
  if (parsed.success) return parsed.data
  throw new InvalidInputError({
    issues: issuesOf(parsed.error.issues, map).map(({ path, code }) => ({ path: `/map${path}`, code })),
  })
}

/** `undefined`: a column that is left alone. */
export const columnOf = ({ columns = {}, ignore = [] }: PortfolioMap, name: string): string | undefined =>
  ignore.includes(name) ? undefined : Object.hasOwn(columns, name) ? columns[name] : name

/** Their name of our column. */
export const theirNameOf = ({ columns = {} }: PortfolioMap, column: string): string =>
  Object.entries(columns).find(([, ours]) => ours === column)?.[0] ?? column

/** A field that holds several codes has each of them translated. */
export const oursOf = ({ values = {} }: PortfolioMap, column: PortfolioColumn, text: string): string => {
  const known = values[column] ?? {}
  const translate = (code: string): string => (Object.hasOwn(known, code) ? (known[code] ?? code) : code)
  if (column !== 'holdCodes') return translate(text)
  return text
    .split(/[;；]/)
    .map((code) => translate(code.trim()))
    .join(';')
}
