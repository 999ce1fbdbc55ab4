// The lock files pin versions and hashes, not places: an address in one would bind every clone to one registry. And what they
// repeat of a package.json is what stands there now, else `npm install` leaves a clone changed.
import { globSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'

const files = globSync(['package-lock.json', 'tools/*/package-lock.json'])
const repeated = [
  ...['name', 'version', 'license', 'bin', 'engines'],
  ...['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'peerDependenciesMeta'],
]
const faults = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  const listed = JSON.parse(text).packages['']
  const asked = JSON.parse(readFileSync(file.replace('package-lock', 'package'), 'utf8'))
  return [
    ...text
      .split('\n')
      .flatMap((line, index) =>
        line.includes('"resolved"') ? [`${file}:${index + 1}: "resolved" is an address`] : [],
      ),
    ...repeated
      .filter((key) => !isDeepStrictEqual(plain(listed[key]), plain(asked[key])))
      .map((key) => `${file}: "${key}" is not what package.json says`),
  ]
})

/** npm writes a path of `bin` without its "./", and leaves out what is empty. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? {}).replaceAll('"./', '"'))
}

for (const fault of faults) console.log(fault)
if (faults.length > 0) {
  console.log(
    'Run `npm install` beside it; where an address stands, delete the lock file first: .npmrc leaves them out.',
  )
}
process.exitCode = faults.length > 0 ? 1 : 0
