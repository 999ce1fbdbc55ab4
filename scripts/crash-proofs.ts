import { readFileSync } from 'node:fs'

// Fails where a home has not shown what it does under crashes: `.ci/run` collects a line for each (`test/runtime/crash/proof-line.ts`).

/** Every home that claims to be durable. */
const homes = ['SQLite', 'PostgreSQL', 'Restate'] as const

const shape =
  /^crash proof of (?<home>\w+): .+ started, pid \d+; (?<kills>\d+) kills, (?<repeated>\d+) repeated keys, (?<twice>\d+) effects twice$/

/** What a line lacks; nothing: it is a proof. */
function lackOf(line: string | undefined): string | undefined {
  if (line === undefined) return 'no line'
  const { kills = 0, repeated = 0, twice = -1 } = shape.exec(line)?.groups ?? {}
  if (Number(kills) === 0) return 'no kill'
  if (Number(repeated) === 0) return 'no repeated key: the kills have not hit'
  if (Number(twice) !== 0) return 'effects twice'
  return undefined
}

const lines = readFileSync(process.argv[2] ?? '', 'utf8')
  .split('\n')
  .filter(Boolean)
for (const home of homes) {
  const line = lines.find((one) => one.startsWith(`crash proof of ${home}:`))
  const lack = lackOf(line)
  console.log(line ?? `crash proof of ${home}: missing`)
  if (lack !== undefined) {
    console.error(`${home} has not shown that it survives crashes: ${lack}.`)
    process.exitCode = 1
  }
}
