import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

// Holds the write lock of a file from the line it prints until its input ends.
const database = new DatabaseSync(process.argv[2] ?? '')
database.exec('PRAGMA journal_mode = WAL')
database.exec('BEGIN IMMEDIATE')
writeSync(1, 'held\n')
process.stdin.on('end', () => database.exec('COMMIT'))
process.stdin.resume()
