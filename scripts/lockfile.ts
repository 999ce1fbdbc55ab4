// The lock file pins versions and hashes, not places: an address in it would bind every clone to one registry.
import { readFileSync } from 'node:fs'

const lines = readFileSync('package-lock.json', 'utf8').split('\n')
const addresses = lines.flatMap((line, index) => (line.includes('"resolved"') ? [index + 1] : []))
for (const line of addresses) console.log(`package-lock.json:${line}: "resolved" is an address`)
if (addresses.length > 0) {
  console.log('Delete package-lock.json and run `npm install` here: .npmrc leaves the addresses out.')
}
process.exitCode = addresses.length > 0 ? 1 : 0
