import type { Changes } from '../../support/bundled.ts'

/** Behind the newest version of the tables comes one more. */
const newest = '{ adds: tombstones, isNeeded: false },'

/**
 * A release that comes after this one: another format of records, one more column, and rows that are read off a record in
 * another way. None of it is in the way of this one.
 */
export const nextRelease: Changes = {
  'src/machine/shape/record.ts': [['export const recordFormat = 2', 'export const recordFormat = 3']],
  'src/machine/migrate.ts': [
    [
      'new Map([[1, fromFormat1]])',
      'new Map([[1, fromFormat1], [2, (stored) => ({ ...stored, format: 3 })]])',
    ],
  ],
  'src/runtime/postgres/schema.ts': [
    [
      newest,
      "{ adds: tombstones, isNeeded: false }, { adds: 'ALTER TABLE record ADD COLUMN of_the_next_release text', isNeeded: false },",
    ],
    ['export const projectionKind = 1', 'export const projectionKind = 2'],
  ],
  'src/runtime/work-of.ts': [['({ viewer, ...row })', '({ viewer, ...row, n: row.n + 7 })']],
}

/** The same, and it can have no older one beside it. */
export const nextReleaseAlone: Changes = {
  ...nextRelease,
  'src/runtime/postgres/schema.ts': [
    [
      newest,
      "{ adds: tombstones, isNeeded: false }, { adds: 'ALTER TABLE record ADD COLUMN of_the_next_release text', isNeeded: true },",
    ],
  ],
}
