import type { Runtime, RuntimeOptions } from '../../../src/runtime/index.ts'
import { command, first, life, reader, type restate } from './made.ts'

export interface Setting {
  /** Gives it; whatever this throws, or what it gives rejects with, is looked at. */
  readonly give: (value: never) => unknown
  /** JSON Pointer by which it is refused; the key's own last part when left out. */
  readonly path?: string
  /** The least it may be. @default 1 */
  readonly least?: number
  /** Infinity means something. */
  readonly endless?: true
}

/** What reads and audits a home, in this process and before Restate. */
export const ofRuntime = (
  make: () => Promise<Pick<Runtime, keyof Runtime & keyof ReturnType<typeof restate>>>,
) =>
  ({
    '.dispatch(command).expectedVersion': {
      give: async (expectedVersion) => (await make()).dispatch({ ...command, expectedVersion }),
      least: 0,
    },
    '.find(query).limit': { give: async (limit) => (await make()).find({ limit }, reader) },
    '.work(question).limit': { give: async (limit) => (await make()).work({ limit }, reader) },
    '.journal(reader).after': {
      give: async (after) => first((await make()).journal(life, { ...reader, after })),
      least: -1,
    },
    '.overview(reader).version': {
      give: async (version) => (await make()).overview(life, { ...reader, version }),
      least: 0,
    },
    '.changesPage(options).limit': {
      give: async (limit) => (await make()).changesPage(null, { ...reader, limit }),
    },
    '.audit(options).stuckAfter': {
      give: async (stuckAfter) => (await make()).audit({ stuckAfter }),
      endless: true,
    },
    '.audit(options).overdueMs': {
      give: async (overdueMs) => (await make()).audit({ overdueMs }),
      ...{ least: 0, endless: true },
    },
    '.auditChanges(options).stuckAfter': {
      give: async (stuckAfter) => (await make()).auditChanges(null, { stuckAfter }),
      endless: true,
    },
    '.auditChanges(options).overdueMs': {
      give: async (overdueMs) => (await make()).auditChanges(null, { overdueMs }),
      ...{ least: 0, endless: true },
    },
    '.auditChanges(options).limit': {
      give: async (limit) => (await make()).auditChanges(null, { limit }),
      endless: true,
    },
    '.migrateAll(options).limit': {
      give: async (limit) => (await make()).migrateAll({ limit }),
      endless: true,
    },
    '.purge(options).limit': {
      give: async (limit) => (await make()).purge({ ...reader, limit }),
      endless: true,
    },
  }) satisfies Record<string, Setting>

export const under = (
  name: string,
  rows: Readonly<Record<string, Setting>>,
): Readonly<Record<string, Setting>> =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [`${name}${key}`, row]))

/** What carries orders out, in this process and under Restate. */
export const ofOrders = (make: (options: Partial<RuntimeOptions>) => unknown) =>
  ({
    '(options).leaseMs': { give: (leaseMs) => make({ leaseMs }) },
    '(options).retry.baseMs': { give: (baseMs) => make({ retry: { baseMs } }), least: 0 },
    '(options).retry.capMs': { give: (capMs) => make({ retry: { capMs } }), least: 0 },
    '(options).parkAfter': {
      give: (notify) => make({ parkAfter: { notify } }),
      ...{ path: '/parkAfter/notify', endless: true },
    },
  }) satisfies Record<string, Setting>
