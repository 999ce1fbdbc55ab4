import { expect, it } from 'vitest'
import { people } from '../../examples/acquirer-backend/people.ts'
import { closure, field, filled, scan } from './a-closure.ts'
import { openOffice } from './an-office.ts'

it('asks for the reason first, and then only for what follows from it', async () => {
  const { ask } = await openOffice()
  const first = await (await ask(closure, { as: 'chen' })).text()
  expect(first).toContain('<option value="CONTRACT_EXPIRED">')
  expect(first).not.toContain('name="channel"')
  const expired = await (await ask(`${closure}?reason=CONTRACT_EXPIRED`, { as: 'chen' })).text()
  expect(expired).toContain('name="contract.expiresOn"')
  const other = await (await ask(`${closure}?reason=NO_LONGER_NEEDED`, { as: 'chen' })).text()
  expect(other).not.toContain('name="contract.expiresOn"')
  // What a desk does not do, it does not offer: a portal has its own channel.
  expect(other).toContain('<option value="hotline">')
  expect(other).not.toContain('<option value="app">')
})

it('files an application at the counter with its papers, and whoever filed it decides nothing about it', async () => {
  const { ask, runtime } = await openOffice()
  const page = await (await ask(`${closure}?reason=NO_LONGER_NEEDED`, { as: 'li' })).text()
  const form = {
    ...filled(page),
    'paper.identity_proof.file': scan('身份证.png'),
    'paper.identity_proof.facts.validTo': '2031-12-31',
    'paper.business_licence.file': scan(),
    'paper.business_licence.facts.validTo': '2031-12-31',
  }
  const answer = await ask(closure, { form, as: 'li' })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/console/t/life-1?recorded=closure.requested',
  ])
  const record = await runtime.get('life-1', { actor: people.wang.actor })
  const { application } = record?.context ?? {}
  expect(application).toMatchObject({ kind: 'closure', makers: ['owner-1', people.li.actor.personId] })
  const licence = application?.documents.find(({ type }) => type === 'business_licence')
  expect(licence?.facts).toEqual({ validTo: '2031-12-31T23:59:59+08:00' })
  const own = await (await ask('/t/life-1/decide/approve', { as: 'li' })).text()
  expect(own).toContain('approving would be refused')
})

it('tells all that is wrong at once by the names of the fields, and nothing typed or uploaded is lost', async () => {
  const { ask, runtime } = await openOffice()
  const page = await (await ask(`${closure}?reason=CONTRACT_EXPIRED`, { as: 'chen' })).text()
  const form = {
    ...filled(page),
    ...{ reason: 'CONTRACT_EXPIRED', channel: '', attested: '', 'contract.expiresOn': 'soon' },
    'contact.email': 'nobody',
    'paper.business_licence.file': scan(),
    'paper.business_licence.facts.validTo': '2031-02-31',
  }
  const answer = await ask(closure, { form, as: 'chen' })
  expect(answer.status).toBe(422)
  const again = await answer.text()
  const [, summary = ''] = /<div class="summary"[^>]*>([\s\S]*?)<\/div>/.exec(again) ?? []
  for (const label of [
    'Way of applying',
    'End of the contract',
    'E-mail address',
    'Confirmation',
    'Valid until',
  ])
    expect(summary).toContain(`>${label}</a>`)
  expect(summary).not.toMatch(/>[a-z]+\.[a-zA-Z.]+</)
  // Each leads to a field of the page.
  for (const [, id] of summary.matchAll(/href="#([^"]+)"/g)) expect(again).toContain(`id="${id}"`)
  expect(again).toContain('value="soon"')
  expect(again).toContain('value="nobody"')
  expect(again).toContain('value="2031-02-31"')
  expect(again).toContain('<option value="owner" selected>')
  expect(again).toMatch(/name="acknowledgement.contractReviewed" value="yes" checked/)
  const kept = field(again, 'paper.business_licence.kept')
  expect(kept).not.toBe('')
  expect((await runtime.get('life-1', { actor: people.wang.actor }))?.context.application).toBeNull()
  expect(again).toContain('“执照.png” has arrived')
})

it('refuses a file that is not what it says, at its own field', async () => {
  const { ask } = await openOffice()
  const address = '/t/life-1/acts/document.added'
  const page = await (await ask(`${address}?paper=business_licence`, { as: 'chen' })).text()
  const common = { paper: 'business_licence', _version: '0', _commandId: field(page, '_commandId') }
  const script = new File(['<script>'], 'licence.png', { type: 'image/png' })
  const answer = await ask(address, { as: 'chen', form: { ...common, 'document.file': script } })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#f-document"')
  const none = await (await ask(address, { as: 'chen', form: common })).text()
  expect(none).toContain('Bring this paper')
})

it('puts a paper on file, and has it checked beside its scan: with what it says, or as worth nothing', async () => {
  const { ask, runtime } = await openOffice()
  const address = '/t/life-1/acts/document.added'
  expect(await (await ask(address, { as: 'chen' })).text()).toContain('Which paper?')
  const form = {
    ...{ paper: 'business_licence', _version: '0', _commandId: 'command-1' },
    ...{ 'document.file': scan(), 'document.facts.validTo': '2031-12-31' },
  }
  expect((await ask(address, { as: 'chen', form })).status).toBe(303)
  const papers = async () =>
    (await runtime.get('life-1', { actor: people.wang.actor }))?.context.documents ?? {}
  const [paper] = Object.values(await papers())
  if (!paper) throw new Error('There is no paper.')
  const check = `/t/life-1/acts/document.checked?ref=${paper.id}`
  const page = await (await ask(check)).text()
  expect(page).toContain(`/papers/${paper.id}/scans/${paper.id}`)
  expect(page).toContain('value="2031-12-31"')
  const verdict = { documentId: paper.id, digest: paper.digest, _commandId: 'command-2' }
  expect((await ask('/t/life-1/acts/document.checked', { form: verdict })).status).toBe(422)
  const read = { ...verdict, counts: 'yes', 'document.facts.validTo': '2030-06-30' }
  expect((await ask('/t/life-1/acts/document.checked', { form: read })).status).toBe(303)
  expect((await papers())[paper.id]).toMatchObject({
    facts: { validTo: '2030-06-30T23:59:59+08:00' },
    checkedBy: people.wang.actor.personId,
  })
  const worthless = { ...verdict, counts: 'no', _commandId: 'command-3' }
  expect((await ask('/t/life-1/acts/document.checked', { form: worthless })).status).toBe(303)
  expect((await papers())[paper.id]).toMatchObject({ isRejected: true })
})

it('counts what came back with a device, line by line, and forgets no line', async () => {
  const { ask, runtime } = await openOffice()
  const address = '/t/life-1/acts/device.inspected'
  const page = await (await ask(address, { as: 'he' })).text()
  expect(page).toContain('name="accessories.1.expected"')
  const form = {
    ...{ _version: '0', _commandId: 'command-4', serial: 'SN-1', condition: '' },
    ...{ 'accessories.0.name': '', 'accessories.0.expected': '', 'accessories.0.returned': '' },
    ...{ 'accessories.1.name': '电源', 'accessories.1.expected': '1', 'accessories.1.returned': 'none' },
  }
  const wrong = await ask(address, { form, as: 'he' })
  const again = await wrong.text()
  expect(wrong.status).toBe(422)
  expect(again).toContain('href="#f-condition"')
  // The empty line is gone: what is wrong stands in the first.
  expect(again).toContain('href="#f-accessories-0-returned"')
  expect(again).toMatch(/name="accessories.0.name"[^>]*>电源|name="accessories.0.name" value="电源"/)
  const right = { ...form, condition: 'worn', 'accessories.1.returned': '1', _commandId: 'command-5' }
  expect((await ask(address, { form: right, as: 'he' })).status).not.toBe(422)
  expect(await runtime.get('life-1', { actor: people.he.actor })).toBeDefined()
})
