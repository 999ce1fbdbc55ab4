import { expect, describe as group, it } from 'vitest'
import { type Locale, textOf } from '../../src/domain/index.ts'
import { describe, StoreError } from '../../src/errors/index.ts'
import { formatIssues, MobileNumber, parseForm, worded } from '../../src/schemas/index.ts'
import { problemFor } from '../../src/server/index.ts'
import { describeCallbackReason, describeWebhookFault } from '../../src/webhooks/index.ts'

const issuesOf = () => {
  const form = parseForm(MobileNumber, '1')
  return form.success ? [] : form.issues
}
const problem = async (locale: Locale) => {
  const response = problemFor(new Error(), new Request('https://here.example'), { locale })
  const { traceId: _, ...said } = await response.json()
  return [response.headers.get('content-language'), said]
}

const words: Readonly<Record<string, (locale: Locale) => unknown>> = {
  textOf: (locale) => textOf('blocker', 'DOCUMENTS_INCOMPLETE', locale),
  'describe of a code': (locale) => describe('DOCUMENTS_INCOMPLETE', locale),
  'describe of an error': (locale) => describe(new StoreError('busy'), locale),
  formatIssues: (locale) => formatIssues(issuesOf(), locale),
  worded: (locale) => worded(MobileNumber, locale)['~standard'].validate('1'),
  describeWebhookFault: (locale) => describeWebhookFault('WEBHOOK_TOO_OLD', locale),
  describeCallbackReason: (locale) => describeCallbackReason('NOT_A_URL', locale),
  problemFor: problem,
}

group('In a language that there is none of, or none at all', () => {
  it.each(Object.entries(words))('%s says it in Chinese, and throws nothing', async (_, inWords) => {
    for (const locale of ['fr', 'zh', 'constructor', undefined] as readonly unknown[])
      if (locale !== undefined || inWords !== problem)
        expect(await inWords(locale as Locale)).toEqual(await inWords('zh-CN'))
    expect(await inWords('en')).not.toEqual(await inWords('zh-CN'))
  })
})
