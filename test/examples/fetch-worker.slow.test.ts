import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseAt } from './a-case.ts'
import { type Project, projectOf, type Running } from './project.ts'

/** What a platform does for a worker, around the one file that was made of it. */
const platform = `import { createServer } from 'node:http'
import { nodeListener } from 'terminal-lifecycle/server/node'
import worker from './worker.mjs'
const context = { waitUntil: (work) => void work.catch(console.error) }
const server = createServer(nodeListener((request) => worker.fetch(request, {}, context)))
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))`

describe('The example of a worker with one fetch, from the packed package', () => {
  let project: Project
  let server: Running
  beforeAll(() => {
    project = projectOf('fetch-worker')
  })
  afterAll(async () => {
    await server?.end('SIGKILL')
    project.remove()
  })

  it('compiles without the types of Node', () => {
    expect(project.types()).toBe('')
  })

  it('is bundled for the web, where there is nothing of Node', async () => {
    const { errors, warnings } = await build({
      absWorkingDir: project.folder,
      entryPoints: ['worker.ts'],
      outfile: join(project.folder, 'worker.mjs'),
      ...{ bundle: true, format: 'esm', platform: 'browser', logLevel: 'silent' },
    })
    expect([errors, warnings]).toEqual([[], []])
  })

  it('carries a suspension to its end', async () => {
    writeFileSync(join(project.folder, 'platform.mjs'), platform)
    server = await project.start('platform.mjs')
    const { open, file, approve, suspended } = caseAt(server.line)
    expect((await open('merchant-token')).status).toBe(403)
    expect((await open()).status).toBe(201)
    await file()
    await approve()
    await suspended()
  })
})
