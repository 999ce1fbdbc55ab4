import { expect, it, vi } from 'vitest'
import type { SinkKind } from './net.ts'
import { onDisk } from './sinks/homes.ts'
import { type StopName, visit } from './tour.ts'

// Nobody else goes without masks: a slow test has its modules to itself.
vi.mock('../../src/domain/secrets/index.ts', async (original) => ({
  ...(await original<object>()),
  secretsIn: () => [],
  secretIn: () => undefined,
  secretInReference: () => undefined,
  maskSecrets: (text: string) => text,
  holdsCardNumber: () => false,
  containsCardNumber: () => false,
  containsIdentityNumber: () => false,
}))
vi.mock('../../src/errors/mask.ts', async (original) => {
  const itself = (given: unknown) => String(given)
  const all = { mask: itself, label: itself, safePath: itself, safeAddress: itself }
  return { ...(await original<object>()), ...all }
})
vi.mock('../../src/errors/safe-text.ts', async (original) => {
  const itself = (given: unknown) => String(given)
  const all = { reference: itself, safeCode: itself, safeName: itself, safePointer: itself }
  return { ...(await original<object>()), ...all }
})

vi.mock('../../src/contract/declared.ts', () => ({
  declaredPointer: (pointer: string) => pointer,
  declaredPath: (path: readonly PropertyKey[]) => path.map((key) => `/${String(key)}`).join(''),
}))

/** Where each of them shows without masks, at least. */
const expected: Readonly<Partial<Record<StopName, readonly SinkKind[]>>> = {
  stories: [
    'answer',
    'record',
    'journal',
    'changes',
    'view',
    'work',
    'letter',
    'health',
    'delivery',
    'tables',
    'bytes',
  ],
  events: ['answer', 'record', 'journal', 'changes', 'view'],
  rows: ['request', 'reply', 'hook', 'error', 'view'],
  problems: ['error'],
  answers: ['error'],
  portfolio: ['import', 'error'],
  openings: ['record', 'journal'],
  webhooks: ['answer', 'journal'],
}

const shares: Readonly<Partial<Record<StopName, number>>> = { events: 6, rows: 12, answers: 12 }

it.each(Object.entries(expected))('with masking off the canaries are found: %s', async (name, kinds) => {
  const net = await visit(name as StopName, {
    seed: 53,
    each: 3,
    share: shares[name as StopName] ?? 4,
    homes: onDisk,
  })
  const hits = Object.fromEntries(
    [...net.looked.keys()].map((kind) => [kind, net.hits.filter((hit) => hit.kind === kind).length]),
  )
  console.info(`with masking off, ${name}:`, net.total, hits)
  for (const kind of kinds) expect({ kind, hits: hits[kind] ?? 0 }).not.toEqual({ kind, hits: 0 })
})
