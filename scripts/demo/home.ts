import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startCluster } from '../../test/runtime/postgres/cluster.ts'
import { startRestate } from '../../test/runtime/restate/restate-server.ts'

export const homeNames = ['sqlite', 'memory', 'postgres', 'restate'] as const
export type HomeName = (typeof homeNames)[number]
export const isHomeName = (name: string): name is HomeName => (homeNames as readonly string[]).includes(name)

const root = join(import.meta.dirname, '..', '..')

/** What a home needs that is not in the back end's own manifest: installed, and put beside it. */
const needs: Readonly<Record<HomeName, readonly (readonly [tool: string, name: string])[]>> = {
  sqlite: [],
  memory: [],
  postgres: [['postgres', 'pg']],
  restate: [
    ['postgres', 'pg'],
    ['restate', '@restatedev/restate-sdk'],
  ],
}

/** The files that take the place of the back end's own home. */
const files: Readonly<Record<HomeName, Readonly<Record<string, string>>>> = {
  sqlite: {},
  memory: { 'memory.ts': 'home.ts' },
  postgres: { 'postgres.ts': 'home.ts' },
  restate: { 'postgres.ts': 'postgres.ts', 'restate.ts': 'home.ts' },
}

/** Servers that were started for a home, and what the back end has to know of them. */
export interface Servers {
  readonly env: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Puts another home into the folder of a back end, and starts what it lives on. */
export const moveInto = async (folder: string, home: HomeName): Promise<Servers> => {
  for (const [tool, name] of needs[home]) {
    const args = ['scripts/ensure-deps.cjs', '--no-build', `--${tool}`]
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
    if (status !== 0) throw new Error(`${name} could not be installed.`)
    const place = join(folder, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'tools', tool, 'node_modules', name), place, 'junction')
  }
  for (const [from, to] of Object.entries(files[home]))
    copyFileSync(join(import.meta.dirname, 'homes', from), join(folder, to))
  const cluster = needs[home].length > 0 ? await startCluster() : undefined
  const withoutCluster = async (error: unknown): Promise<never> => {
    await cluster?.stop()
    throw error
  }
  const restate = home === 'restate' ? await startRestate().catch(withoutCluster) : undefined
  return {
    env: {
      ...(cluster && { DATABASE_URL: cluster.url }),
      ...(restate && { RESTATE_URL: restate.ingress, RESTATE_ADMIN: restate.admin }),
    },
    stop: async () => {
      await restate?.stop()
      await cluster?.stop()
    },
  }
}
