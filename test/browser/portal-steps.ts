import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A picture that no compression makes small: more than one piece of an upload. */
export const largePicture = (name = 'licence.png') => {
  const side = 400
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2], 8)
  let noise = 1
  const rows = Buffer.alloc(side * (1 + side * 3)).map((_, at) => {
    noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fffffff
    return at % (1 + side * 3) === 0 ? 0 : noise >> 16
  })
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...parts]) }
}

/** The smallest picture there is. */
export const picture = (name = 'licence.png') => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
})

/** Goes on to the next step, and waits until it is there. */
export const goOn = async (page: Page, heading: RegExp | string): Promise<void> => {
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

export const fillContact = async (page: Page): Promise<void> => {
  await page.getByLabel('Mobile number', { exact: true }).fill('13800138000')
  await page.getByRole('radio', { name: 'Legal representative' }).check()
}

/** A day in its three boxes. */
export const fillDay = async (
  page: Page,
  legend: string | RegExp,
  [year, month, day]: readonly string[],
): Promise<void> => {
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Year').fill(year ?? '')
  await group.getByLabel('Month').fill(month ?? '')
  await group.getByLabel('Day').fill(day ?? '')
}

export const uploadLicence = async (page: Page, file = picture()): Promise<void> => {
  await fillDay(page, 'Valid until', ['2036', '12', '31'])
  await page.getByLabel('File: Business licence').setInputFiles(file)
}

export const arrived = (page: Page, file: string): Promise<void> =>
  page.locator('.status', { hasText: `${file} has arrived` }).waitFor()
