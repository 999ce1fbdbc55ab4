// What a run of .ci/run printed, as figures.

/** Tests of one project of vitest. */
export interface Tests {
  readonly passed: number
  readonly skipped: number
}
export interface Proof {
  readonly home: string
  readonly version: string
  readonly kills: number
  readonly repeatedKeys: number
  readonly effectsTwice: number
}
export interface Run {
  readonly tests: Readonly<Record<string, Tests>>
  readonly checks: number
  readonly homes: readonly Proof[]
}

const number = (text: string | undefined): number => Number(text ?? 0)

const testsIn = (lines: readonly string[]): Run['tests'] => {
  const tests: Record<string, Tests> = {}
  let project = ''
  for (const line of lines) {
    project = /^> vitest run --project (\w+)$/.exec(line)?.[1] ?? project
    const counts = /^ *Tests +(.+)$/.exec(line)?.[1]
    if (counts === undefined || project === '') continue
    if (/\d+ failed/.test(counts)) throw new Error(`The run failed: ${project}, ${counts}`)
    const count = (word: string) => number(new RegExp(`(\\d+) ${word}`).exec(counts)?.[1])
    tests[project] = { passed: count('passed'), skipped: count('skipped') }
    // Only the first summary after its command is that of the project.
    project = ''
  }
  return tests
}

const proof =
  /^crash proof of (\w+): (.+) started, pid \d+; (\d+) kills, (\d+) repeated keys, (\d+) effects twice$/

/**
 * @throws Error where a test failed, or where a part of the run has left no word: a score card is made of whole runs alone.
 */
export function readRun(log: string, wanted: { projects: readonly string[]; homes: readonly string[] }): Run {
  const lines = log
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
    .replaceAll(/\u001b\[[0-9;]*m/g, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
  const tests = testsIn(lines)
  const checks = number(lines.map((line) => /^(\d+) checks, all passed/.exec(line)?.[1]).find(Boolean))
  const proofs = new Map(
    lines.flatMap((line) => {
      const [, home = '', version = '', kills, repeated, twice] = proof.exec(line) ?? []
      if (home === '') return []
      const counts = { kills: number(kills), repeatedKeys: number(repeated), effectsTwice: number(twice) }
      return [[home, { home, version, ...counts }] as const]
    }),
  )
  const missing = [
    ...wanted.projects.filter((project) => !(project in tests)),
    ...wanted.homes.filter((home) => !proofs.has(home)),
    ...(checks === 0 ? ['checks'] : []),
  ]
  if (missing.length > 0) throw new Error(`The run says nothing of ${missing.join(', ')}`)
  return { tests, checks, homes: wanted.homes.flatMap((home) => proofs.get(home) ?? []) }
}
