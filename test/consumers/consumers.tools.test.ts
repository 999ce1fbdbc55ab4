import { cpSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { printed, program } from './program.ts'
import { type Consumer, consumerWith, installed, oldest } from './project.ts'

const newestPackages = { zod: installed('zod'), xstate: installed('xstate'), ky: installed('ky') }
const oldestPackages = { zod: oldest('zod'), xstate: oldest('xstate'), ky: installed('ky') }
const compilers = {
  'the oldest TypeScript': `${oldest('typescript')}/bin/tsc`,
  'the newest TypeScript': `${installed('ts7')}/bin/tsc`,
}
const ways = [
  { type: 'module', module: 'nodenext', moduleResolution: 'nodenext' },
  { type: 'commonjs', module: 'nodenext', moduleResolution: 'nodenext' },
  { type: 'module', module: 'esnext', moduleResolution: 'bundler' },
] as const

const consumers: Consumer[] = []
const consumer = (packages: Readonly<Record<string, string>>): Consumer => {
  const made = consumerWith(packages)
  consumers.push(made)
  return made
}
afterAll(() => {
  for (const { remove } of consumers) remove()
})

describe.each([
  ['the newest zod and xstate', newestPackages],
  ['the oldest zod and xstate', oldestPackages],
] as const)('A project with %s', (_, packages) => {
  const project = consumer(packages)

  for (const [name, tsc] of Object.entries(compilers))
    it.each(ways)(
      `is compiled by ${name}: $type, $moduleResolution`,
      ({ type, module, moduleResolution }) => {
        project.write('package.json', JSON.stringify({ type }))
        project.write('program.ts', program)
        const compilerOptions = {
          ...{ strict: true, exactOptionalPropertyTypes: true, target: 'es2022', lib: ['ES2022', 'DOM'] },
          ...{
            module,
            moduleResolution,
            outDir: `out-${type}-${moduleResolution}`,
            types: ['node'],
            rootDir: '.',
          },
          // XState's own declarations do not stand `exactOptionalPropertyTypes`
          skipLibCheck: true,
        }
        project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts'] }))
        expect(project.run(tsc, '-p', '.')).toBe('')
        if (moduleResolution !== 'nodenext') return
        expect(project.run(`out-${type}-${moduleResolution}/program.js`).trim()).toBe(printed)
      },
    )

  it('is bundled for a browser by esbuild and by Vite, and runs', () => {
    project.write('package.json', JSON.stringify({ type: 'module' }))
    project.write('program.ts', program)
    const esbuild = `${installed('esbuild')}/bin/esbuild`
    project.run(
      esbuild,
      'program.ts',
      '--bundle',
      '--format=esm',
      '--outfile=esbuild.mjs',
      '--log-level=error',
    )
    expect(project.run('esbuild.mjs').trim()).toBe(printed)
    const lib = { entry: 'program.ts', formats: ['es'], fileName: 'program' }
    project.write(
      'vite.config.mjs',
      `export default { build: { lib: ${JSON.stringify(lib)}, outDir: 'vite' } }`,
    )
    project.run(`${installed('vite')}/bin/vite.js`, 'build', '--logLevel', 'error')
    expect(project.run('vite/program.js').trim()).toBe(printed)
  })
})

describe('A project with a zod of its own beside ours', () => {
  const project = consumer(newestPackages)
  const nested = 'node_modules/terminal-lifecycle/node_modules/zod'

  it('reads our forms by our schemas, and those within its own', () => {
    cpSync(oldest('zod'), `${project.folder}/${nested}`, { recursive: true })
    project.write('package.json', JSON.stringify({ type: 'module' }))
    project.write(
      'two.mjs',
      `import * as z from 'zod'
       import { ClosureRequest, MerchantId, parseForm, worded } from 'terminal-lifecycle/schemas'
       const own = z.object({ merchant: MerchantId, form: ClosureRequest })
       const issues = own.safeParse({ merchant: 'M 1', form: {} }).error.issues
       console.log(z.ZodType === MerchantId.constructor, MerchantId instanceof z.ZodType, issues.length > 5,
         parseForm(ClosureRequest, {}).success, worded(ClosureRequest, 'en')['~standard'].validate({}).issues.length > 5)`,
    )
    expect(project.run('two.mjs').trim()).toBe('false true true false true')
  })
})
