import { afterEach, beforeEach, expect, it } from 'vitest'
import { clerk, openAcquirer } from './acquirer.ts'
import { closeTerminal, type Filing } from './close-terminal.ts'

let acquirer: Awaited<ReturnType<typeof openAcquirer>>
beforeEach(async () => {
  acquirer = await openAcquirer()
})
afterEach(() => {
  acquirer.close()
  // What has not hit anything has shown nothing.
  expect(acquirer.portal.unspent()).toEqual([])
})

/** The shortest picture: where it begins, how large it is, where it ends. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9],
])

const filing: Filing = {
  lifecycleId: 'life-1',
  key: 'closure-1',
  licence: { photo: new Blob([jpeg]), validTo: '2031-12-31T23:59:59+08:00' },
  form: {
    process: 'closure',
    applicationId: 'application-1',
    merchantId: '898440354110001',
    terminalId: '10000001',
    serialNumber: '271-540-386',
    merchantName: '青禾便利店',
    contact: { name: '林晓', mobile: '13800138000' },
    channel: 'website',
    signatory: { personId: 'owner-1', authority: 'legalRepresentative' },
    attested: true,
    reason: 'NO_LONGER_NEEDED',
    duration: 'permanent',
    disposition: 'return',
    acknowledgement: { procedureVersion: 'p-1', at: '2026-03-01T00:00:00Z', contractReviewed: true },
  },
}

/** What the acquirer has of it. */
const kept = async () => {
  const record = await acquirer.runtime.get('life-1', { actor: clerk })
  return record?.context.application?.kind ?? 'nothing'
}

it('files a closure', async () => {
  expect(await closeTerminal(acquirer.client, filing)).toEqual({ filed: 'yes' })
  expect(await kept()).toBe('closure')
})

it('files once, however often the button is pressed', async () => {
  const pressed = await Promise.all([1, 2, 3].map(() => closeTerminal(acquirer.client, filing)))
  expect([...pressed, await closeTerminal(acquirer.client, filing)]).toEqual(Array(4).fill({ filed: 'yes' }))
})

it('says in words what stands in the way', async () => {
  await closeTerminal(acquirer.client, filing)
  const another = { ...filing, key: 'closure-2', form: { ...filing.form, applicationId: 'application-2' } }
  expect(await closeTerminal(acquirer.client, another)).toEqual({
    filed: 'no',
    why: ['Another application is open. Withdraw it or wait for the decision.'],
  })
})

it('says in words what is wrong with a paper', async () => {
  const licence = { ...filing.licence, validTo: '2020-12-31T23:59:59+08:00' }
  expect(await closeTerminal(acquirer.client, { ...filing, licence })).toEqual({
    filed: 'no',
    why: ['A document has expired. Supply one that is valid.'],
  })
  expect(await kept()).toBe('nothing')
})

it('knows that it was filed although every answer got lost', async () => {
  acquirer.portal.play('reply-dropped-after-commit', { operation: 'submitClosure', times: 'always' })
  expect(await closeTerminal(acquirer.client, filing)).toEqual({ filed: 'yes' })
  expect(await kept()).toBe('closure')
})

it('does not know as long as nothing arrives, and files when the line is back', async () => {
  acquirer.portal.play('request-dropped', { operation: 'submitClosure', times: 3 })
  expect(await closeTerminal(acquirer.client, filing)).toEqual({ filed: 'ask again later' })
  expect(await kept()).toBe('nothing')
  expect(await closeTerminal(acquirer.client, filing)).toEqual({ filed: 'yes' })
})

it('goes on with an upload that broke in the middle', async () => {
  acquirer.portal.play('upload-reset-at-50')
  expect(await closeTerminal(acquirer.client, filing)).toEqual({ filed: 'yes' })
})

it('does not wait for ten years because a proxy says so', async () => {
  acquirer.portal.play('throttled-for-ten-years', { operation: 'submitClosure' })
  expect(await closeTerminal(acquirer.client, filing)).toEqual({ filed: 'ask again later' })
})
