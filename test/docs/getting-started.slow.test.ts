import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { guidesFolder, root } from '../../scripts/run-guides.ts'
import { type Locale, locales } from '../../src/domain/index.ts'
import { unpackInto } from '../package/packed.ts'

const guideIn = (locale: Locale) =>
  readFileSync(join(guidesFolder, `getting-started${locale === 'en' ? '' : `.${locale}`}.md`), 'utf8')

/** Files that the reader is told to create: named in the line above their code. */
const filesIn = (guide: string) =>
  [...guide.matchAll(/`([a-z-]+\.ts)`[:：]\n\n```ts\n([\s\S]*?)```/g)].map(([, name = '', code = '']) => ({
    name,
    code,
  }))
const blocksIn = (guide: string, kind: 'sh' | 'text' | 'json') =>
  [...guide.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text)

const home = mkdtempSync(join(tmpdir(), 'getting-started-'))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

/** Where the network would be asked, the packed package and what stands beside it in this repository. */
const install = (folder: string, names: readonly string[]): void => {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  for (const name of names) {
    const place = join(folder, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    if (name === 'terminal-lifecycle') unpackInto(place)
    else symlinkSync(join(root, 'node_modules', name), place, 'junction')
  }
}

/** Runs the first block of commands as it stands; the folder in which the reader is then. */
const begin = (commands: string): string => {
  let folder = home
  mkdirSync(folder, { recursive: true })
  for (const line of commands.trim().split('\n')) {
    const [program = '', ...args] = line.split(' ')
    if (program === 'cd') folder = join(folder, args[0] ?? '')
    else if (line.startsWith('npm install '))
      install(
        folder,
        args.slice(1).filter((word) => word !== '-D'),
      )
    else execFileSync(program, args, { cwd: folder, shell: process.platform === 'win32' })
  }
  return folder
}

/** The server on a free port, once it has said where it is. */
const start = async (folder: string) => {
  const child = spawn(process.execPath, ['server.ts', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  const [url] = await once(createInterface(child.stdout), 'line')
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return (await ended)[0] as number | null
  }
  return { url: String(url), end }
}

/** What a reader sees of a page. */
const seenIn = (html: string): readonly string[] =>
  html
    .replaceAll(/<title>[\s\S]*?<\/title>/g, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .split('\n')
    .filter((line) => line !== '')

describe.each(locales)('Getting started in %s, followed to the letter with the packed package', (locale) => {
  it('ends with a page that says what happened, also after the server was killed', {
    timeout: 600_000,
  }, async () => {
    const guide = guideIn(locale)
    const [setup = '', run, tell, ask] = blocksIn(guide, 'sh')
    const [answer = '', page = '', why = ''] = blocksIn(guide, 'text')
    const folder = begin(setup)
    for (const { name, code } of filesIn(guide)) writeFileSync(join(folder, name), code)
    expect([run, tell, ask]).toEqual(['node server.ts\n', 'node suspend.ts\n', 'node why.ts\n'])

    const [settings = ''] = blocksIn(guide, 'json')
    writeFileSync(join(folder, 'tsconfig.json'), settings)
    const tsc = join(folder, 'node_modules', 'typescript', 'bin', 'tsc')
    expect(execFileSync(process.execPath, [tsc], { cwd: folder, encoding: 'utf8' })).toBe('')

    const first = await start(folder)
    const before = seenIn(await (await fetch(first.url)).text())
    expect(guide).toContain(`*${before[1]}*`)
    const told = execFileSync(process.execPath, ['suspend.ts', first.url], { cwd: folder, encoding: 'utf8' })
    expect(told).toBe(answer)
    expect(execFileSync(process.execPath, ['why.ts', first.url], { cwd: folder, encoding: 'utf8' })).toBe(why)
    await first.end('SIGKILL')

    const second = await start(folder)
    const seen = seenIn(await (await fetch(second.url)).text())
    expect(seen.slice(1).map((line) => line.replace(/ \(.*\)$/, ''))).toEqual(page.trimEnd().split('\n'))
    expect(await second.end('SIGTERM')).toBe(0)
  })
})
