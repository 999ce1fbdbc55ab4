import { canaries } from './canaries.ts'

const { text } = canaries['a secret key']
const fail = (): never => {
  throw new Error(text)
}

/** Everything that a function of somebody else's may throw, each with a secret in it where it can hold one. */
export const thrownThings: Readonly<Record<string, () => unknown>> = {
  'an error with a secret': () =>
    Object.assign(new Error(`vault said ${text}`), { headers: { a: text }, code: text }),
  'an error whose cause has a secret': () => new Error('no', { cause: { token: text } }),
  'an error with a secret for a name': () => Object.assign(new Error('no'), { name: text }),
  'a text': () => text,
  null: () => null,
  undefined: () => undefined,
  'a number': () => 4,
  'an object whose getters throw': () =>
    Object.defineProperties({}, { code: { get: fail }, message: { get: fail } }),
  'a proxy that throws whatever it is asked': () =>
    new Proxy(new Error(text), {
      get: fail,
      has: fail,
      getPrototypeOf: fail,
      ownKeys: fail,
      getOwnPropertyDescriptor: fail,
    }),
  'a proxy that says yes to everything': () =>
    new Proxy({ text }, { get: (_, name) => name !== 'then', has: () => true }),
  'a frozen error': () => Object.freeze(new Error(text)),
  'an error whose toJSON throws': () => Object.assign(new Error(text), { toJSON: fail, toString: fail }),
  'an error that looks like one of ours': () =>
    Object.assign(new Error(text), {
      code: 'INVALID_INPUT',
      name: 'InvalidInputError',
      issues: [{ path: text, code: text }],
    }),
}
