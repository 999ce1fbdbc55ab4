import { paper, serial } from '../../support/samples.ts'
import { type Break, tomorrow } from '../break.ts'

const every = ['closure', 'suspension', 'reinstatement'] as const
export const ofEvery: readonly Break[] = [
  {
    ...{ name: 'not attested', of: every, sees: 'values' },
    ...{ code: 'MUST_BE_CONFIRMED', path: '/attested', change: () => ({ attested: false }) },
  },
  {
    ...{ name: 'an attorney without mandate', of: every, sees: 'values' },
    ...{ code: 'MANDATE_MISSING', path: '/signatory/mandateRef' },
    change: () => ({ signatory: { personId: 'm1', authority: 'attorney' } }),
  },
  {
    ...{ name: 'a letter without its day', of: every, sees: 'values', code: 'REQUIRED_HERE', path: '/post' },
    change: () => ({ channel: 'post', post: undefined }),
  },
  {
    ...{ name: 'a letter posted tomorrow', of: every, sees: 'clock' },
    ...{ code: 'IN_THE_FUTURE', path: '/post/postedOn' },
    change: () => ({ channel: 'post', post: { postedOn: tomorrow } }),
  },
  {
    ...{ name: 'one paper twice', of: every, sees: 'values', code: 'DUPLICATE_ITEM', path: '/documents' },
    change: ({ documents }) => ({ documents: [...documents, documents[0]] }),
  },
  {
    ...{ name: 'nobody to reach', of: every, sees: 'personal' },
    ...{ code: 'CONTACT_REQUIRED', path: '/contact/mobile', change: () => ({ contact: { name: '林晓' } }) },
  },
  {
    ...{ name: 'another merchant', of: every, sees: 'record', code: 'IDENTITY_MISMATCH' },
    change: () => ({ merchantId: '898440354119999' }),
  },
  {
    ...{ name: 'a device that is not bound here', of: every, sees: 'record', code: 'IDENTITY_MISMATCH' },
    change: () => ({ serialNumber: `${serial}-9` }),
  },
  {
    ...{ name: 'a mandate that is not on file', of: every, sees: 'record', code: 'SIGNATORY_NOT_AUTHORISED' },
    change: () => ({ signatory: { personId: 'm1', authority: 'attorney', mandateRef: 'poa-9' } }),
  },
  {
    ...{ name: 'no paper but the form, and another name', of: every, sees: 'record' },
    code: 'DOCUMENTS_INCOMPLETE',
    change: (form) =>
      form.process === 'reinstatement'
        ? {
            documents: [paper('training_record')],
            remedies: form.remedies.map((one) => ({ ...one, evidence: [] })),
            merchantName: '晨光',
          }
        : { documents: [], merchantName: '晨光', signatory: { personId: 'm1', authority: 'owner' } },
  },
  {
    ...{
      name: 'a field that nobody knows',
      of: every,
      sees: 'shape',
      code: 'UNKNOWN_FIELD',
      path: '/colour',
    },
    change: () => ({ colour: 'red' }),
  },
  {
    ...{ name: 'a password', of: every, sees: 'shape', code: 'FORBIDDEN_FIELD', path: '/password' },
    change: () => ({ password: 'hunter2' }),
  },
  {
    ...{
      name: 'a number where a name is due',
      of: every,
      sees: 'shape',
      code: 'WRONG_TYPE',
      path: '/merchantName',
    },
    change: () => ({ merchantName: 7 }),
  },
  {
    ...{ name: 'a name that is too long', of: every, sees: 'shape', code: 'TOO_LONG', path: '/merchantName' },
    change: () => ({ merchantName: '青'.repeat(101) }),
  },
  {
    ...{ name: 'no name', of: every, sees: 'shape', code: 'REQUIRED', path: '/merchantName' },
    change: () => ({ merchantName: undefined }),
  },
  {
    ...{
      name: 'a card number as a name',
      of: every,
      sees: 'shape',
      code: 'PAN_IN_TEXT',
      path: '/merchantName',
    },
    change: () => ({ merchantName: '4111 1111 1111 1111' }),
    differs: { dispatch: { code: 'FORBIDDEN_FIELD', why: 'card data are an error of their own there' } },
  },
  {
    ...{ name: 'a channel of nobody', of: every, sees: 'shape', code: 'NOT_ALLOWED_VALUE', path: '/channel' },
    change: () => ({ channel: 'pigeon' }),
  },
  {
    ...{ name: 'another process', of: every, sees: 'shape', code: 'NOT_ALLOWED_VALUE', path: '/process' },
    change: () => ({ process: 'holiday' }),
  },
  {
    ...{ name: 'a symptom without words', of: ['suspension', 'reinstatement'], sees: 'shape' },
    ...{ code: 'REQUIRED_HERE', path: '/fault/description' },
    change: () => ({ fault: { symptom: 'other', cause: 'wear' } }),
  },
]
