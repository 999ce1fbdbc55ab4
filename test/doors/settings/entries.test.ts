// Whoever calls without arguments, with null, or from JavaScript with anything at all, hears an error of ours.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBackend } from '../../../src/backend/index.ts'
import { InvalidInputError, isTerminalLifecycleError } from '../../../src/errors/index.ts'
import { closeFleet, openFleet } from '../../../src/fleet/index.ts'
import { createLifecycle, openRecord, step } from '../../../src/machine/index.ts'
import { createRuntime, memoryStore } from '../../../src/runtime/index.ts'
import { listen, nodeListener } from '../../../src/server/node.ts'
import { createMockAcquirer } from '../../../src/testing/index.ts'
import { webhookHandler } from '../../../src/webhooks/index.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { answering, client, clock, keys, outbox, runtime } from './made.ts'

const root = join(import.meta.dirname, '../../..')
/** Their functions are given what this library made itself, or know no errors at all. */
const without = [
  'domain',
  'mappings',
  'schemas',
  'contract',
  'errors',
  'guidance',
  'letters',
  'words',
  'diagram',
]
const doors = Object.entries(
  (
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, { types?: string }>
    }
  ).exports,
).flatMap(([door, { types }]) => {
  const isIn = types !== undefined && !without.includes(door.slice(2)) && door !== './testing/arbitraries'
  return isIn ? [[door, types.replace('./dist/', '../../../src/').replace('.d.ts', '.ts')] as const] : []
})

/** They read a record, an answer or a form that was made here, and their types say which. */
const readers: ReadonlySet<string> = new Set([
  ...[
    'formatIssues',
    'parseForm',
    'requiredDocuments',
    'textOf',
    'codesNotTaken',
    'deviceOfHold',
    'dutiesOn',
  ],
  ...['misfits', 'openItems', 'reminded', 'reportKey', 'reviewLines', 'toldAs', 'toldOf', 'trimmed'],
  ...['viewAnswer', 'viewBlockers', 'viewEntry', 'ownTerminals', 'scopeOf', 'workOf', 'contentFault'],
  ...['documentIdOf', 'dossierTables'],
])

const calls: readonly (readonly [what: string, args: readonly unknown[]])[] = [
  ['nothing', []],
  ['null', [null]],
  ['a number', [5]],
  ['a list', [[]]],
  ['a function', [() => undefined]],
  ['an object without anything', [{}]],
  ['null behind it', [{}, null]],
]

const isClass = (found: unknown): boolean => /^class\b/.test(String(found))

const thrownBy = async (call: () => unknown): Promise<unknown> => {
  try {
    const made = (await call()) as { close?: () => unknown } | undefined
    await made?.close?.()
  } catch (error) {
    return error
  }
  return undefined
}

const issue = (path: string, code: string) => ({ path, code })
const given = (options: object) => options as never

describe('an entry', () => {
  it.each(doors)(
    'of %s that is called with nothing, null or the wrong thing never says "undefined"',
    async (_, file) => {
      for (const [name, found] of Object.entries((await import(file)) as Record<string, unknown>)) {
        if (typeof found !== 'function' || isClass(found) || readers.has(name)) continue
        for (const [what, args] of calls) {
          const error = await thrownBy(() => (found as (...all: readonly unknown[]) => unknown)(...args))
          const isFine = error === undefined || isTerminalLifecycleError(error) || error instanceof RangeError
          expect(isFine ? 'ours' : [name, what, String(error)]).toBe('ours')
        }
      }
    },
  )

  it.each([
    ['createRuntime', () => runtime(given({ stroe: 1 })), '/stroe', 'store'],
    ['createRuntime', () => runtime(given({ polcy: {} })), '/polcy', 'policy'],
    ['createRuntime', () => runtime(given({ onFail: () => undefined })), '/onFail', 'onFailure'],
    ['createLifecycle', () => createLifecycle(given({ calender: 1 })), '/calender', 'calendar'],
    ['createAcquirerClient', () => client(given({ rety: {} })), '/rety', 'retry'],
    ['hooks of a client', () => client(given({ hooks: { onAnser: 1 } })), '/hooks/onAnser', 'onAnswer'],
    ['createBackend', () => createBackend(runtime(), given({ documnets: 1 })), '/documnets', 'documents'],
    ['createOutbox', () => outbox(given({ endponits: [] })), '/endponits', 'endpoints'],
    ['webhookHandler', () => webhookHandler(given({ keys, clock, recieve: 1 })), '/recieve', 'receive'],
    ['createMockAcquirer', () => createMockAcquirer(given({ clock, sead: 1 })), '/sead', 'seed'],
    ['nodeListener', () => nodeListener(() => null, given({ onErorr: 1 })), '/onErorr', 'onError'],
    ['listen', () => listen(() => null, given({ prot: 1 })), '/prot', 'port'],
    ['openFleet', () => openFleet(runtime(), [], given({ dryrun: true })), '/dryrun', 'dryRun'],
    ['closeFleet', () => closeFleet(answering(), [], given({ btach: 'b' })), '/btach', 'batch'],
  ])('%s names an option that it does not have, and the one that was meant', async (_, call, path, meant) => {
    const error = await thrownBy(call)
    expect(error).toBeInstanceOf(InvalidInputError)
    expect((error as InvalidInputError).issues).toContainEqual(issue(path, 'UNKNOWN_FIELD'))
    expect((error as InvalidInputError).message).toContain(`Was ${meant} meant?`)
  })

  it('guesses nothing where every name is another word', () => {
    const refused = () => runtime(given({ database: 1 }))
    expect(refused).toThrow('Input refused: /database (UNKNOWN_FIELD).')
    expect(refused).not.toThrow('meant')
  })

  it('says what is missing from a runtime, and what is none, before anything fails by it', async () => {
    const missing = await thrownBy(() => createRuntime(undefined as never))
    expect(missing).toMatchObject({ issues: [issue('/store', 'REQUIRED'), issue('/services', 'REQUIRED')] })
    const base = { store: memoryStore(), services: silentServices }
    for (const [name, value] of [
      ...[
        ['onFailure', 'log'],
        ['access', 'all'],
        ['access', {}],
        ['papers', {}],
        ['worker', 5],
        ['clock', {}],
      ],
      ...[
        ['store', Promise.resolve(memoryStore())],
        ['telemetry', 'on'],
        ['calendar', {}],
        ['catalogues', []],
      ],
    ] as const)
      expect(() => createRuntime({ ...base, [name]: value } as never)).toThrow(
        expect.objectContaining({ issues: [issue(`/${name}`, 'WRONG_TYPE')] }),
      )
    expect(() => createRuntime({ ...base, access: 'any' })).not.toThrow()
  })

  it('of the machine takes no part of a policy for one, and names what is not told', () => {
    expect(() => createLifecycle({ policy: { maxResubmissions: 3 } as never })).toThrow(
      expect.objectContaining({ issues: expect.arrayContaining([issue('/policy/clocks', 'REQUIRED')]) }),
    )
    const at = clock.now()
    const record = openRecord(terminal(), { at })
    expect(() => openRecord(terminal(), {} as never)).toThrow('/at (REQUIRED)')
    for (const name of ['merchantId', 'devices', 'openedBy'])
      expect(() => openRecord({ ...terminal(), [name]: undefined }, { at })).toThrow(`/${name} (REQUIRED)`)
    expect(() => createLifecycle().checkClosure(record, { at } as never)).toThrow('/asking/actor (REQUIRED)')
    expect(() => step(record, { commandId: 'c', at } as never)).toThrow('/command/event (REQUIRED)')
    expect(() => step({} as never, { commandId: 'c', at } as never)).toThrow('/context (REQUIRED)')
  })
})
