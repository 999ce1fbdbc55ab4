import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Store } from '../../../src/runtime/index.ts'
import { bundled } from '../../support/bundled.ts'
import { type Moment, moments, type Orders, type Point, toArguments } from './dying.ts'
import { endingOf } from './ending.ts'
import { doneBy, type Keys } from './other-side.ts'
import { type Proof, printProof } from './proof-line.ts'
import { lives, playOn } from './scenario.ts'

/** A kind of home, as far as a crash needs to know it. */
export interface CrashHome extends Pick<Proof, 'home' | 'version'> {
  /** The program of a process that plays as it is told on its command line. */
  child: string
  /** Of the server; left out: of the first process that played. */
  pid?: number | undefined
  /** Where an empty one is. */
  place(): string
  open(place: string): Store
  /** Looks at it when it is closed, and throws it away. */
  drop(place: string): Promise<void>
}

/** Two people told, sale taken away, the host read back; later a ticket for each of two clocks. */
const effectsOfEach = 6

/** Milliseconds: some hundred processes, one after the other, on a machine that does other things too. */
export const manyProcesses = 1_800_000

const never: Point = { moment: 'before', nth: 0 }
/** Of effects, each of which is like its neighbours. */
const everySo = { before: 1, after: 1, effect: 53 } satisfies Record<Moment, number>

export function crashes({ home, version, child, pid, place, open, drop }: CrashHome) {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-crash-'))
  const program = bundled(child, join(folder, 'child.mjs'), join(import.meta.dirname, '../postgres'))
  let first = pid
  let kills = 0

  /** Another process; did it die as it was told? */
  async function play(orders: Orders): Promise<boolean> {
    const process_ = spawn(process.execPath, [await program, ...toArguments(orders)], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    })
    first ??= process_.pid
    const [code, signal] = await once(process_, 'close')
    if (signal === 'SIGKILL') kills += 1
    else expect({ orders, code, signal }).toEqual({ orders, code: 0, signal: null })
    return signal === 'SIGKILL'
  }

  const newEffects = (): string => {
    const path = join(mkdtempSync(join(folder, 'other-side-')), 'effects')
    writeFileSync(path, '')
    return path
  }

  /** A crash at the first point, another in the process that goes on from there, and a third one that plays to the end. */
  async function crashTwice(point: Point, second: Point, keys: Keys = 'keys') {
    const where = place()
    const effects = newEffects()
    const common = { home: where, effects }
    const died = await play({ ...common, point, hoursLater: 0 })
    const diedAgain = died && (await play({ ...common, point: second, hoursLater: 1 }))
    const store = open(where)
    await playOn(store, { effects, hoursLater: 2 })
    const ending = await endingOf(store)
    await store.close()
    await drop(where)
    return { died, diedAgain, ending, ...doneBy(effects, keys) }
  }

  let uncrashed: ReturnType<typeof playWhole> | undefined
  async function playWhole() {
    const whole = await crashTwice(never, never)
    expect(whole).toMatchObject({ died: false, repeatedKeys: 0, effectsTwice: 0 })
    expect(whole.ending).toMatchObject({ waiting: [], findings: [] })
    expect(whole.effects).toHaveLength(effectsOfEach * lives.length)
    return whole
  }
  const seen = { repeatedKeys: 0, effectsTwice: 0, recoveriesCut: 0, recoveriesWhole: 0 }
  /** Sweeps that came to their end, and the control that found out what it has to. */
  const ended = new Set<Moment | Keys>()

  return {
    /** At each such moment of a whole run; what is left of it is the same every time. */
    async atEvery(moment: Moment): Promise<void> {
      uncrashed ??= playWhole()
      const whole = await uncrashed
      let nth = 1
      for (let round = 0; ; round += 1) {
        const second = { moment: moments[round % moments.length] ?? moment, nth: 1 + Math.floor(round / 2) }
        const end = await crashTwice({ moment, nth }, second)
        const { ending, effects, effectsTwice } = end
        expect({ moment, nth, second, ending, effects, effectsTwice }).toEqual({
          ...{ moment, nth, second, ending: whole.ending, effects: whole.effects, effectsTwice: 0 },
        })
        if (!end.died) break
        seen.repeatedKeys += end.repeatedKeys
        seen.effectsTwice += effectsTwice
        seen[end.diedAgain ? 'recoveriesCut' : 'recoveriesWhole'] += 1
        nth += everySo[moment]
      }
      expect(nth).toBeGreaterThan(12)
      ended.add(moment)
    },
    /** After all of them: the kills have hit, for the other side had acted and nobody had written it down. */
    proven(): void {
      expect([...ended].sort()).toEqual([...moments, 'without-keys'].sort())
      const { repeatedKeys, effectsTwice, recoveriesCut, recoveriesWhole } = seen
      expect(repeatedKeys).toBeGreaterThan(0)
      expect(recoveriesCut).toBeGreaterThan(recoveriesWhole)
      printProof({ home, version, pid: Number(first), kills, repeatedKeys, effectsTwice })
    },
    /** The same without keys: what must be found out. */
    async withoutKeys() {
      const { died, ending, effectsTwice } = await crashTwice(
        { moment: 'effect', nth: 20 },
        { moment: 'effect', nth: 20 },
        'without-keys',
      )
      expect({ died, findings: ending.findings }).toEqual({ died: true, findings: [] })
      if (effectsTwice > 0) ended.add('without-keys')
      return effectsTwice
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
