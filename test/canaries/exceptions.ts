interface Found {
  readonly file: string
  readonly code: string
  readonly text: string
}

/** What the detector finds in the repository by right. */
interface Exception {
  readonly why: string
  readonly is: (found: Found) => boolean
}

const plain = ({ text }: Found): string => text.replaceAll(/[\s-]/g, '')
const isWord = ({ code }: Found): boolean => code === 'SECRET_IN_TEXT'

export const exceptions: readonly Exception[] = [
  {
    why: 'the test number of Visa, that every manual shows',
    is: (found) => plain(found) === '4111111111111111',
  },
  {
    why: 'the example of GB 11643-1999, and one that is made up',
    is: (found) => /^(11010519491231002X|440308199901101512)$/.test(plain(found)),
  },
  {
    why: 'examples of how the numbers of Hong Kong and Taiwan look',
    is: ({ file }) => file === 'src/domain/person-numbers.ts',
  },
  {
    why: 'tests of what recognises and refuses such numbers make some up',
    is: ({ file }) => /^test\/(domain|errors|schemas|runtime|webhooks|support|client)\//.test(file),
  },
  {
    why: 'code of a test speaks of secrets that are made up',
    is: (found) => isWord(found) && found.file.startsWith('test/'),
  },
  {
    why: 'the key that Standard Webhooks prints in its own specification',
    is: ({ text }) => text === 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  },
  {
    why: 'comments and notes of a change show a password that is nobody’s, and code has names with secret in them',
    is: (found) =>
      isWord(found) &&
      /^(src|\.changeset)\/|^README/.test(found.file) &&
      /hunter2|123|739164|DOC-37|secretIn/.test(found.text),
  },
]
