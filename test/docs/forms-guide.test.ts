import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/index.ts'
import {
  ClosureRequest,
  formatIssues,
  type JsonRule,
  parseForm,
  toJsonSchema,
} from '../../src/schemas/index.ts'
import { describeField, fieldsEn, fieldsZhCn } from '../../src/words/index.ts'

const rootFile = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe.each(locales)('The guide to forms in %s', (locale) => {
  const guide = rootFile(`docs/guides/forms${locale === 'en' ? '' : `.${locale}`}.md`)
  const blocks = [...guide.matchAll(/```ts\n([\s\S]*?)\n```/g)].map(([, code]) => code ?? '')

  it('prints what it says that it prints', () => {
    const texts = locale === 'en' ? fieldsEn : fieldsZhCn
    const labelOf = (field: string) => describeField('closure', field, texts).label
    const form = parseForm(ClosureRequest, { process: 'closure', reason: 'OTHER', disposition: 'mail' })
    const issues = form.success ? [] : formatIssues(form.issues, locale, labelOf).slice(-2)
    const printed = issues.map(({ path, message }) => `${labelOf(path)} · ${message}`).join('\n')
    expect(guide).toContain(`\`\`\`text\n${printed}\n\`\`\``)
    expect(blocks[0]).toContain(`formatIssues(form.issues, '${locale}', labelOf).slice(-2)`)
  })

  it('names the rules that JSON Schema cannot carry as they are', () => {
    const rules = (toJsonSchema(ClosureRequest)['x-rules'] as readonly JsonRule[]).filter(({ reads = [] }) =>
      reads.includes('reason'),
    )
    const printed = rules
      .map(({ codes, path, reads }) => `${codes[0]} ${path} ${reads?.join(' ')}`)
      .join('\n')
    expect(guide).toContain(`\`\`\`text\n${printed}\n\`\`\``)
  })

  it('shows the part for vee-validate as it is tested, and lines that name what there is', () => {
    const tested = rootFile('tools/forms/typed.ts').replace(
      '../../dist/schemas/index.js',
      'terminal-lifecycle/schemas',
    )
    expect(`${blocks.find((code) => code.includes('VVTypedSchema'))}\n`).toBe(tested)
    const lines = rootFile('tools/forms/react-hook-form.ts') + rootFile('tools/forms/tanstack-form.ts')
    for (const call of [
      'standardSchemaResolver(worded(ClosureRequest',
      'zodResolver(ClosureRequest, { error: errorsIn(',
      'onSubmit: worded(ClosureRequest',
    ])
      expect([guide.includes(call), lines.includes(call)], call).toEqual([true, true])
  })
})
