#!/usr/bin/env node
import { runCommand } from '../dist/node/command/index.js'
import { nodeHost } from '../dist/node/command/node.js'

process.exitCode = await runCommand(process.argv.slice(2), nodeHost)
