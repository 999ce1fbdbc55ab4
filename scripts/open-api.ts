// Writes docs/open-api.json: the contract for those who generate from it. test/docs/open-api.test.ts holds it fresh.
import { readFileSync, writeFileSync } from 'node:fs'
import { toOpenApi } from '../src/contract/index.ts'
import { samples } from '../test/contract/samples.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

export const openApiText = (): string => {
  const document = toOpenApi({
    info: {
      title: 'Terminal lifecycle',
      version,
      description:
        'Suspension, reinstatement and closure of card-payment terminals: both sides of the contract.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    examples: samples,
  })
  return `${JSON.stringify(document, null, 1)}\n`
}

if (import.meta.main) writeFileSync('docs/open-api.json', openApiText())
