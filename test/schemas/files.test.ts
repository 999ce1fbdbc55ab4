import { describe, expect, it } from 'vitest'
import {
  documentFile,
  documentLimits,
  FileName,
  FileRef,
  fileTypes,
  formatIssues,
  largestFile,
  parseForm,
} from '../../src/schemas/index.ts'

const issuesOf = (input: unknown) => {
  const form = parseForm(documentFile(), input)
  return form.success ? [] : form.issues.map(({ path, code }) => `${path} ${code}`)
}
const chosen = { name: 'licence.pdf', type: 'application/pdf', size: 1_000 }

describe('the name of a file', () => {
  it.each([
    ['../licence.pdf', 'UNSAFE_FILE_NAME'],
    ['a..pdf', 'UNSAFE_FILE_NAME'],
    ['C:\\licence.pdf', 'UNSAFE_FILE_NAME'],
    ['/etc/passwd.pdf', 'UNSAFE_FILE_NAME'],
    ['.pdf', 'UNSAFE_FILE_NAME'],
    [' licence.pdf', 'UNSAFE_FILE_NAME'],
    ['licence.pdf ', 'UNSAFE_FILE_NAME'],
    ['licence.pdf.', 'UNSAFE_FILE_NAME'],
    ['licence\u0000.pdf', 'UNSAFE_FILE_NAME'],
    ['licence\r\nx.pdf', 'UNSAFE_FILE_NAME'],
    ['licence\u202efdp.exe', 'UNSAFE_FILE_NAME'],
    ['licence\u2066.pdf', 'UNSAFE_FILE_NAME'],
    ['licence\u200b.pdf', 'UNSAFE_FILE_NAME'],
    ['licence\ud800.pdf', 'UNSAFE_FILE_NAME'],
    ['CON.pdf', 'UNSAFE_FILE_NAME'],
    ['nul .pdf', 'UNSAFE_FILE_NAME'],
    ['com¹.pdf', 'UNSAFE_FILE_NAME'],
    ['licence.exe.pdf', 'UNSAFE_FILE_NAME'],
    ['licence.php.jpg', 'UNSAFE_FILE_NAME'],
    ['licence.HTML .pdf', 'UNSAFE_FILE_NAME'],
    ['a"b.pdf', 'UNSAFE_FILE_NAME'],
    ['6222021234567890128.pdf', 'PAN_IN_TEXT'],
    [`${'证'.repeat(84)}.pdf`, 'TOO_LONG'],
    [`${'a'.repeat(252)}.pdf`, 'TOO_LONG'],
    ['', 'REQUIRED'],
  ])('is refused: %j', (name, code) => {
    const form = parseForm(FileName, name)
    expect(form.success ? [] : form.issues.map((issue) => issue.code)).toContain(code)
  })

  it.each([
    '营业执照 正本.pdf',
    'contract v1.2 (final).pdf',
    'scan_0001.jpeg',
    `${'证'.repeat(83)}.pdf`,
    'Ünïcode – résumé.pdf',
    'com.bank.statement.2026-03.pdf',
    '👩‍🍳.png',
  ])('is taken as it is: %j', (name) => {
    expect(FileName.parse(name)).toBe(name.normalize('NFC'))
  })

  it('is composed, however it was typed', () => {
    expect(FileName.parse('re\u0301sume\u0301.pdf')).toBe('résumé.pdf')
  })
})

describe('a file that somebody has chosen', () => {
  it('is judged by name, type and size alone, with or without a File of the host', () => {
    expect(issuesOf(chosen)).toEqual([])
    expect(issuesOf(new File(['%PDF-'], 'licence.pdf', { type: 'application/pdf' }))).toEqual([])
    expect(issuesOf(new File([''], 'licence.exe', { type: 'application/pdf' }))).toEqual([
      ...['/size TOO_SMALL', '/name FILE_NAME_MISMATCH'],
    ])
  })

  it.each([
    [{ name: 'licence.jpg' }, '/name FILE_NAME_MISMATCH'],
    [{ name: 'pdf' }, '/name FILE_NAME_MISMATCH'],
    [{ type: 'text/html', name: 'licence.html' }, '/type NOT_ALLOWED_VALUE'],
    [{ type: 'image/svg+xml', name: 'licence.svg' }, '/type NOT_ALLOWED_VALUE'],
    [{ type: 'application/zip', name: 'licence.zip' }, '/type NOT_ALLOWED_VALUE'],
    [{ size: 0 }, '/size TOO_SMALL'],
    [{ size: documentLimits.largestFile + 1 }, '/size TOO_LARGE'],
  ])('is refused with %j', (differs, issue) => {
    expect(issuesOf({ ...chosen, ...differs })).toEqual([issue])
  })

  it('has the same limits in a form, an announcement and a paper', () => {
    expect(largestFile).toBe(documentLimits.largestFile)
    expect(fileTypes).toEqual(['application/pdf', 'image/jpeg', 'image/png'])
    const { name, size } = chosen
    const paper = { name, mime: 'image/png', size, sha256: 'ab'.repeat(32) }
    const form = parseForm(FileRef, paper)
    const issues = form.success ? [] : form.issues
    expect(issues.map(({ code }) => code)).toEqual(['FILE_NAME_MISMATCH'])
    expect(formatIssues(issues, 'zh-CN')[0]?.message).toContain('后缀')
  })
})
