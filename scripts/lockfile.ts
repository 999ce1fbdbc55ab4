// The lock files pin versions and hashes, not places: an address in one would bind every clone to one registry.
import { globSync, readFileSync } from 'node:fs'

const files = globSync(['package-lock.json', 'tools/*/package-lock.json'])
const addresses = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.includes('"resolved"') ? [`${file}:${index + 1}`] : [])),
)
for (const place of addresses) console.log(`${place}: "resolved" is an address`)
if (addresses.length > 0) {
  console.log('Delete the lock file and run `npm install` beside it: .npmrc leaves the addresses out.')
}
process.exitCode = addresses.length > 0 ? 1 : 0
