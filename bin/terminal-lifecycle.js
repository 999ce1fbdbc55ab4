#!/usr/bin/env node
// Looked at before anything of it is loaded: an older Node would only say that it has no node:sqlite.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`terminal-lifecycle needs Node 22.13 or newer; this is ${process.version}.\n`)
  process.exit(3)
}
const { runCommand } = await import('../dist/node/command/index.js')
const { nodeHost } = await import('../dist/node/command/node.js')

process.exitCode = await runCommand(process.argv.slice(2), nodeHost)
