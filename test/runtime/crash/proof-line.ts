import { appendFileSync } from 'node:fs'

/** What a home has shown under crashes. */
export interface Proof {
  home: 'SQLite' | 'PostgreSQL' | 'Restate'
  /** Of what was really started. */
  version: string
  pid: number
  kills: number
  repeatedKeys: number
  effectsTwice: number
}

/** One line for each home. `.ci/run` names a file for them in `CRASH_PROOFS`, and fails where a home has none there. */
export function printProof({ home, version, pid, kills, repeatedKeys, effectsTwice }: Proof): void {
  const shown = `${kills} kills, ${repeatedKeys} repeated keys, ${effectsTwice} effects twice`
  const line = `crash proof of ${home}: ${version} started, pid ${pid}; ${shown}\n`
  process.stderr.write(line)
  if (process.env.CRASH_PROOFS) appendFileSync(process.env.CRASH_PROOFS, line)
}
