import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/index.ts'
import { describeWebhookFault, type WebhookFaultCode, webhookFaults } from '../../src/webhooks/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const fileIn = (locale: Locale) => join(root, `docs/guides/webhooks${locale === 'en' ? '' : `.${locale}`}.md`)
const examples = globSync('examples/webhooks/*.ts', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
)

describe.each(locales)('The guide to webhooks in %s', (locale) => {
  const guide = readFileSync(fileIn(locale), 'utf8')

  it('shows no other code than that of the examples', () => {
    const blocks = [...guide.matchAll(/```ts\n([\s\S]*?)\n```/g)].map(([, code]) => code as string)
    expect(blocks).not.toEqual([])
    expect(blocks.filter((block) => !examples.some((example) => example.includes(block)))).toEqual([])
  })

  it('has a row for each fault, in the words of the library', () => {
    const rows = Object.entries(webhookFaults).map(([code, status]) => {
      const { text, fix } = describeWebhookFault(code as WebhookFaultCode, locale)
      return `| \`${code}\` | ${status} | ${text}${locale === 'en' ? ' ' : ''}${fix} |`
    })
    expect(rows.filter((row) => !guide.includes(row))).toEqual([])
  })

  it('leads to files that are there', () => {
    const links = [...guide.matchAll(/\]\(([^):#]+)\)/g)].map(([, link]) => link as string)
    expect(links.filter((link) => !existsSync(join(dirname(fileIn(locale)), link)))).toEqual([])
  })
})
