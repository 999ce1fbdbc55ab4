import { describe, expect, test } from 'vitest'
import { describeField, fieldsEn, fieldsZhCn } from '../../src/words/index.ts'
import { fieldsOf, forms } from './form-fields.ts'

const processes = ['closure', 'suspension', 'reinstatement'] as const
const languages = { en: fieldsEn, zhCn: fieldsZhCn } as const

describe.each(processes)('fields of the form for %s', (process) => {
  const fields = fieldsOf(forms[process])

  test('have a label and a help, each in both languages', () => {
    expect(fields.length).toBeGreaterThan(25)
    for (const path of fields) {
      const [en, zhCn] = [describeField(process, path, fieldsEn), describeField(process, path, fieldsZhCn)]
      expect.soft(zhCn.label, path).toMatch(/\p{Script=Han}/u)
      expect.soft(zhCn.help, path).toMatch(/\p{Script=Han}.*。$/u)
      expect.soft(`${en.label}${en.help}`, path).toMatch(/^[\x20-\x7e]+$/)
      expect.soft(en.label, path).not.toBe(path)
      expect.soft(en.help, path).toMatch(/[.4]$/)
    }
  })

  test('have labels of their own', () => {
    for (const texts of Object.values(languages)) {
      const labels = fields.map((path) => describeField(process, path, texts).label)
      expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
    }
  })
})

test('no words stand for a field that no form has', () => {
  const all = new Set(processes.flatMap((process) => fieldsOf(forms[process])))
  for (const texts of Object.values(languages)) {
    expect(Object.keys(texts.common).filter((path) => !all.has(path))).toEqual([])
    for (const process of processes) {
      const own = new Set(fieldsOf(forms[process]))
      expect(Object.keys(texts[process]).filter((path) => !own.has(path))).toEqual([])
    }
  }
})

test('a field is found by the pointer of an issue, and an unknown one is its own label', () => {
  expect(describeField('reinstatement', '/remedies/0/kind', fieldsEn).label).toBe('Kind of remedy')
  expect(describeField('closure', '/contact/mobile', fieldsZhCn).label).toBe('联系手机')
  expect(describeField('closure', 'constructor', fieldsEn)).toEqual({ label: 'constructor', help: '' })
})
