import { expect, it } from 'vitest'
import { people } from '../../examples/acquirer-backend/people.ts'
import { field, fileClosure } from './a-closure.ts'
import { openOffice } from './an-office.ts'

const hiddenIn = (page: string) => ({
  applicationId: field(page, 'applicationId'),
  ...{ digest: field(page, 'digest'), version: field(page, 'version'), commandId: field(page, 'commandId') },
})

const opened = async () => {
  const office = await openOffice()
  await fileClosure(office, 'li')
  const application = async () =>
    (await office.runtime.get('life-1', { actor: people.wang.actor }))?.context.application
  const formOf = async (decision: 'ask' | 'refuse') => {
    const page = await (await office.ask(`/t/life-1/decide/${decision}`)).text()
    return { page, form: { decision, ...hiddenIn(page) } }
  }
  return { ...office, application, formOf }
}

it.each([
  ['ask', 'items', 'What is missing, one thing per line'],
  ['refuse', 'reason', 'Reason'],
] as const)(
  'to %s without a word is told above the page and at its field, by its label',
  async (decision, name, label) => {
    const { ask, formOf, application } = await opened()
    const { page, form } = await formOf(decision)
    // A bubble of the browser is in its language, at one field, and gone at the next key.
    expect(page).not.toMatch(/<(?:input|select|textarea)[^>]* required/)
    expect(page).toContain('novalidate')
    const answer = await ask('/t/life-1/decisions', { form: { ...form, [name]: ' ', code: 'other' } })
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toContain('<title>Error')
    const [, summary = ''] = /<div class="summary"[^>]*>([\s\S]*?)<\/div>/.exec(again) ?? []
    expect(summary).toContain(`<a href="#f-${name}">${label}</a>`)
    const [, message = ''] = /<\/a>[:：]?\s*([^<]+)<\/li>/.exec(summary) ?? []
    expect(message).not.toBe('')
    expect(again).toMatch(
      new RegExp(`id="f-${name}-error"><span class="hidden-text">Error: </span>${message}`),
    )
    expect(again).toMatch(
      new RegExp(
        `<textarea id="f-${name}"[^>]*aria-describedby="f-${name}-hint f-${name}-error" aria-invalid="true"`,
      ),
    )
    expect(await application()).toMatchObject({ rejection: null, informationItems: [] })
  },
)

it('what was chosen beside the missing reason is still chosen', async () => {
  const { ask, formOf } = await opened()
  const { form } = await formOf('refuse')
  const answer = await ask('/t/life-1/decisions', { form: { ...form, code: 'other', reason: '' } })
  const again = await answer.text()
  expect(again).toMatch(/value="other" selected/)
  expect(again).not.toMatch(/name="resubmittable" value="yes" checked/)
})

it('a reason that was typed is not lost when somebody else has moved the case', async () => {
  const { ask, formOf, runtime, application } = await opened()
  const { form } = await formOf('refuse')
  const note = { type: 'note.recorded', kind: 'note', text: 'They called.' } as const
  await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'n', actor: people.chen.actor, event: note })
  const reason = 'The date on the licence <cannot> be read.'
  const answer = await ask('/t/life-1/decisions', { form: { ...form, code: 'other', reason } })
  expect(answer.status).toBe(409)
  const again = await answer.text()
  expect(again).toContain('The date on the licence &lt;cannot&gt; be read.</textarea>')
  expect(await application()).toMatchObject({ rejection: null })
  const second = { decision: 'refuse', ...hiddenIn(again), code: 'other', reason }
  expect((await ask('/t/life-1/decisions', { form: second })).status).toBe(303)
})
