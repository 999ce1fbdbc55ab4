import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { OrderKind } from '../../src/domain/index.ts'
import { attemptsIn, effectsIn, heldIn, Run, recordIn, stopAcquirer, storyIn } from './runs.ts'

const home = mkdtempSync(join(tmpdir(), 'quickstart-'))
afterAll(() => {
  for (const name of ['straight', 'killed', 'keyless']) stopAcquirer(join(home, name))
  rmSync(home, { recursive: true, force: true })
})

/** The case with the most that cannot be taken back; the others are told by the same steps. */
const only = ['--case', 'closure'] as const

interface Kill {
  readonly moment: string
  readonly order: string
  readonly kind?: string
  readonly before: number
}

const killWhenSaid = async (folder: string, words: string, ...args: readonly string[]): Promise<Kill> => {
  const run = new Run(folder, ...only, ...args)
  await run.until(() => run.output.includes(words))
  await run.kill()
  return { moment: `"${words}" was printed`, order: '-', before: 0 }
}

const killWhileHeld = async (folder: string, kind: OrderKind): Promise<Kill> => {
  const heldBefore = await heldIn(folder)
  const run = new Run(folder, ...only, '--fault', `hold:${kind}`)
  await run.until(async () => (await heldIn(folder)) > heldBefore)
  await run.kill()
  const [[order, before] = ['-', 0]] = attemptsIn(folder, kind)
  return { moment: `${kind} held back`, order, kind, before }
}

const after = (folder: string, { kind, order }: Kill): number =>
  kind === undefined ? 0 : (attemptsIn(folder, kind).get(order) ?? 0)

const print = (folder: string, kills: readonly Kill[]): void => {
  for (const kill of kills) {
    const attempts = kill.kind ? `attempts ${kill.before} before, ${after(folder, kill)} after` : ''
    console.log(`kill -9 when ${kill.moment}`.padEnd(58), kill.order.padEnd(40), attempts)
  }
  const effects = effectsIn(folder)
  const sum = [...effects.values()].reduce((total, count) => total + count, 0)
  console.log(`acquirer: ${sum} effects under ${effects.size} keys`)
}

describe('npm start, killed with -9 and started again', () => {
  it('ends in the same state after five kills, and every effect happens once', {
    timeout: 600_000,
  }, async () => {
    const straight = join(home, 'straight')
    expect(await new Run(straight, ...only).end()).toBe(0)

    const folder = join(home, 'killed')
    const kills = [
      await killWhenSaid(folder, 'Business time'),
      await killWhenSaid(folder, 'Application supplemented'),
      await killWhileHeld(folder, 'eraseDevice'),
      await killWhileHeld(folder, 'refundDeposit'),
      await killWhileHeld(folder, 'unbind'),
    ]
    const last = new Run(folder, ...only)
    expect(await last.end(), last.output).toBe(0)
    print(folder, kills)

    expect(recordIn(folder)).toEqual(recordIn(straight))
    expect(storyIn(folder)).toEqual(storyIn(straight))
    const atTheAnswer = kills.filter(({ kind }) => kind !== undefined)
    expect(atTheAnswer).toHaveLength(3)
    for (const kill of atTheAnswer) {
      expect(kill.before).toBeGreaterThanOrEqual(1)
      expect(after(folder, kill)).toBeGreaterThan(kill.before)
    }
    expect(new Set(effectsIn(folder).values())).toEqual(new Set([1]))
    expect([...effectsIn(folder).keys()].toSorted()).toEqual([...effectsIn(straight).keys()].toSorted())
  })

  it('shows effects twice when the acquirer forgets the keys: the control', {
    timeout: 600_000,
  }, async () => {
    const folder = join(home, 'keyless')
    const kills = [
      await killWhenSaid(folder, 'Application supplemented', '--without-keys'),
      await killWhileHeld(folder, 'eraseDevice'),
      await killWhileHeld(folder, 'refundDeposit'),
      await killWhileHeld(folder, 'unbind'),
    ]
    // the record cannot tell: it was told of each effect once
    expect(await new Run(folder, ...only).end()).toBe(0)
    print(folder, kills)

    const effects = effectsIn(folder)
    const twice = kills.flatMap(({ order, kind }) => (kind === undefined ? [] : [effects.get(order)]))
    expect(twice).toEqual([2, 2, 2])
  })
})
