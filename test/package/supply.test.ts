import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(path, 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies?: object
  readonly publishConfig: object
}
const workflows = globSync('.github/workflows/*.yml').map((path) => ({ path, text: read(path) }))

describe('what comes to a user with the package', () => {
  it('runs nothing when it is installed, so that it installs with scripts switched off', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare']
    expect(hooks.filter((hook) => hook in manifest.scripts)).toEqual([])
    const lock = JSON.parse(read('package-lock.json')) as {
      readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>
    }
    const beside = ['ky', 'xstate', 'zod'].map((name) => lock.packages[`node_modules/${name}`])
    expect(beside.map((one) => one?.hasInstallScript ?? false)).toEqual([false, false, false])
  })

  it('is nothing beside the three that it names as peers, each with the hash of what was tested', () => {
    expect(manifest.dependencies).toBeUndefined()
    const sbom = JSON.parse(read('dist/sbom.cdx.json')) as {
      readonly components: readonly { name: string; hashes: readonly { alg: string; content: string }[] }[]
    }
    expect(sbom.components.map(({ name }) => name)).toEqual(['ky', 'xstate', 'zod'])
    for (const { hashes } of sbom.components)
      expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }])
  })

  it('has no map of sources, which are not published', () => {
    expect(globSync('dist/**/*.map')).toEqual([])
  })
})

describe('a workflow', () => {
  it.each(workflows)('in $path takes actions by their commit, and knows no secret', ({ text }) => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action = '']) => action)
    expect(used.length).toBeGreaterThan(1)
    expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([])
    expect(text).not.toContain('secrets.')
  })

  it('that publishes does nothing else, says where the package comes from, and is the only one that may', () => {
    const jobs = workflows.flatMap(({ text }) => text.split(/^ {2}(?=\w+:$)/m))
    const mayPublish = jobs.filter((job) => job.includes('id-token: write'))
    expect(mayPublish).toHaveLength(1)
    expect(mayPublish[0]).toContain('npm publish --ignore-scripts --provenance')
    expect(mayPublish[0]).not.toMatch(/checkout|npm (?:ci|test|run)|\.ci\/run/)
    expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true })
  })
})
