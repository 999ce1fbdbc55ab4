import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { machineVersion } from '../../src/machine/index.ts'
import { pairsThatNeverMeet } from './coverage.ts'
import type { Fault } from './fault.ts'
import type { Found } from './search.ts'
import { worldNamed } from './worlds/index.ts'
import { allTopics } from './worlds/pairs.ts'

const root = new URL('../../', import.meta.url)

/** One world, as it is told to people. */
export interface Row {
  readonly world: string
  readonly states: number
  readonly transitions: number
  readonly refused: number
  readonly depth: number
  /** Every state that can be reached was looked into. */
  readonly complete: boolean
  /** Met, and not looked into. */
  readonly frontier: number
  readonly wayOut: Found['wayOut']
  readonly faults: readonly Fault[]
}

/** What was explored, by which version, and what it came to. */
export interface Summary {
  readonly command: string
  readonly version: string
  readonly commit: string
  readonly machine: string
  readonly node: string
  readonly seconds: number
  readonly statesPerSecond: number
  readonly total: {
    readonly worlds: number
    readonly complete: number
    /** Pairs of topics that met in one of these worlds. */
    readonly pairsOfTopics: number
    readonly states: number
    readonly transitions: number
    readonly refused: number
    /** Records that counted as a state which was known, and were expanded all the same. */
    readonly sameness: number
    /** Pairs of reports told in both orders. */
    readonly eitherOrder: number
    /** States of two worlds with different secrets, read by those who must not know. */
    readonly views: number
    /** States from which an end was looked for by going there; of complete worlds with a goal the whole graph was asked. */
    readonly waysOut: number
    readonly faults: number
  }
  readonly worlds: readonly Row[]
}

const rowOf = ({
  world,
  expanded,
  transitions,
  refused,
  depth,
  isComplete,
  frontier,
  wayOut,
  faults,
}: Found): Row => ({
  world,
  states: expanded,
  transitions,
  refused,
  depth,
  complete: isComplete,
  frontier,
  wayOut,
  faults,
})

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

export const summaryOf = (found: readonly Found[], command: string, seconds: number): Summary => {
  const sum = (count: (one: Found) => number) => found.reduce((all, one) => all + count(one), 0)
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
  const worlds = found.map(({ world }) => worldNamed(world))
  const states = sum(({ expanded }) => expanded)
  return {
    command,
    version,
    commit: commit(),
    machine: machineVersion,
    node: process.version,
    seconds: Math.round(seconds),
    statesPerSecond: Math.round(states / seconds),
    total: {
      worlds: found.length,
      complete: found.filter(({ isComplete }) => isComplete).length,
      pairsOfTopics: (allTopics.length * (allTopics.length - 1)) / 2 - pairsThatNeverMeet(worlds).length,
      states,
      transitions: sum(({ transitions }) => transitions),
      refused: sum(({ refused }) => refused),
      sameness: sum(({ sameness }) => sameness),
      eitherOrder: sum(({ eitherOrder }) => eitherOrder),
      views: sum(({ views }) => views),
      waysOut: sum(({ waysOut }) => waysOut),
      faults: sum(({ faults }) => faults.length),
    },
    worlds: found.map(rowOf),
  }
}
