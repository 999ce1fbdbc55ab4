import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { said, tool } from './tool.ts'

const lint = (path: string): Promise<string> =>
  said(tool('redocly'), ['lint', path, '--extends=recommended', '--format=json'])

const problemsIn = (report: string): number => {
  const { totals } = JSON.parse(report.slice(report.indexOf('{'))) as { totals: Record<string, number> }
  return (totals.errors ?? 0) + (totals.warnings ?? 0)
}

it('has nothing that redocly would find, examples included', async () => {
  expect(problemsIn(await lint('docs/open-api.json'))).toBe(0)
})

it('would be found out with an example that its schema refuses', async () => {
  const document = JSON.parse(readFileSync('docs/open-api.json', 'utf8'))
  const { content } = document.paths['/terminals/{lifecycleId}'].get.responses[200]
  content['application/json'].example.version = 'three'
  const folder = mkdtempSync(join(tmpdir(), 'open-api-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'spoilt.json')
  writeFileSync(path, JSON.stringify(document))
  expect(problemsIn(await lint(path).catch(({ message }: Error) => message))).toBeGreaterThan(0)
})
