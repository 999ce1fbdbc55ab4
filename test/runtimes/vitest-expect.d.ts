// Installed under tools/runtimes, where the compiler does not look: what the shim uses of it.
declare module '@vitest/expect' {
  export const chai: {
    use(plugin: unknown): void
    readonly expect: ((value: unknown, message?: string) => object) & {
      extend(expect: unknown, matchers: unknown): void
    }
  }
  export const JestChaiExpect: unknown
  export const JestExtend: unknown
  export const JestAsymmetricMatchers: unknown
  export const customMatchers: unknown
  export const GLOBAL_EXPECT: symbol
  export const ASYMMETRIC_MATCHERS_OBJECT: symbol
  export function getState(expect: unknown): object
  export function setState(state: object, expect: unknown): void
}
