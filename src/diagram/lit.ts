import type { DiagramOptions, DrawnState } from './drawing.ts'

type Value = NonNullable<DiagramOptions['record']>['value']

const within = (value: Value, path: string): readonly string[] =>
  typeof value === 'string'
    ? [`${path}${value}`]
    : Object.entries(value).flatMap(([name, inner]) => [
        `${path}${name}`,
        ...within(inner as Value, `${path}${name}.`),
      ])

/** Every state that a record is in, the wider ones too: `live`, `live.service`, `live.service.inService` … */
export const litIn = (record: DiagramOptions['record']): ReadonlySet<string> =>
  new Set(record ? within(record.value, '') : [])

/** A state outside of the part that is shown is marked as well: there the record is. */
export const isHere = ({ path }: Pick<DrawnState, 'path'>, lit: ReadonlySet<string>): boolean => lit.has(path)
