import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const installed = join(root, 'tools', 'portal', 'node_modules')

/** What lies in a folder of packages by name, those of a scope one by one. */
const packagesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((own) => `${name}/${own}`) : [name],
    )

/** The packages of tools/portal first; what they lack comes from the root, and this package from where it was built. */
const link = (folder: string): void => {
  const modules = join(folder, 'node_modules')
  const place = (name: string, from: string): void => {
    const to = join(modules, name)
    if (existsSync(to)) return
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(from, to, 'junction')
  }
  place('terminal-lifecycle', root)
  for (const from of [installed, join(root, 'node_modules')])
    for (const name of packagesIn(from)) place(name, join(from, name))
}

export interface PortalProject {
  /** The example as its user has it, with its packages. */
  readonly folder: string
  /** Builds it, and gives the folder with what is to be served. */
  build(options: { readonly mock: boolean; readonly base?: string }): string
  /** What the compiler says of it. */
  types(): string
  remove(): void
}

/** A copy of examples/merchant-portal and of the look that it imports, in a folder of its own. */
export const portalProject = (): PortalProject => {
  if (!existsSync(installed))
    throw new Error('The packages of the portal are not installed: use `npm run test:browser`.')
  const outer = mkdtempSync(join(tmpdir(), 'portal-'))
  for (const name of ['merchant-portal', 'look'])
    cpSync(join(root, 'examples', name), join(outer, name), { recursive: true })
  const folder = join(outer, 'merchant-portal')
  link(folder)
  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    folder,
    build: ({ mock, base = '/' }) => {
      const out = mock ? 'built-mock' : 'built'
      const mode = mock ? 'mock' : 'production'
      run(join(installed, 'vite', 'bin', 'vite.js'), 'build', '--mode', mode, '--base', base, '--outDir', out)
      return join(folder, out)
    },
    types: () => run(join(root, 'node_modules', 'ts7', 'bin', 'tsc'), '-p', '.'),
    remove: () => rmSync(outer, { recursive: true, force: true }),
  }
}

/**
 * The built portal, for whoever serves it; `remove` takes it away again.
 *
 * @public
 */
export const buildPortal = (options: {
  readonly mock: boolean
  readonly base?: string
}): { readonly folder: string; remove(): void } => {
  const project = portalProject()
  return { folder: project.build(options), remove: project.remove }
}
