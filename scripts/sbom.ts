// node scripts/sbom.ts: dist/sbom.cdx.json, what a program loads beside this package (CycloneDX), as npm itself lists it from
// the lock file. Of the peers those that everybody needs: the others serve tests, and run in nobody's production. Neither
// time nor chance stands in it, so that the same sources give the same package.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Lock {
  packages: Record<string, object & { dev?: boolean }>
}
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

const manifest = read('package.json')
const { name, version, license, description, author, homepage, repository } = manifest
const needed = Object.entries(manifest.peerDependencies).filter(
  ([peer]) => !manifest.peerDependenciesMeta[peer]?.optional,
)
const installed = { name, version, license, description, author, homepage, repository }
const dependencies = Object.fromEntries(needed)
const lock = read('package-lock.json') as Lock
// Here they are needed for development as well, and npm would leave them out.
const packages = Object.fromEntries(
  Object.entries(lock.packages).map(([path, { dev: _, ...entry }]) => [path, entry]),
)
packages[''] = { name, version, dependencies }

const place = mkdtempSync(join(tmpdir(), 'sbom-'))
// npm calls a package by its folder.
const folder = join(place, name)
mkdirSync(folder)
writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...installed, dependencies }))
writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }))
const listed = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
  cwd: folder,
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
rmSync(place, { recursive: true })

const { serialNumber: _, metadata, ...sbom } = JSON.parse(listed)
const { timestamp: __, ...same } = metadata
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify({ ...sbom, metadata: same }, null, 2)}\n`)
