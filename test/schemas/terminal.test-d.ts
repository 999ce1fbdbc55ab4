import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type { LifecyclePolicy as DomainPolicy } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import type {
  ClosureRequest,
  ClosureRequestInput,
  Document,
  DocumentOf,
  LifecyclePolicy,
  PortfolioInput,
  TerminalInput,
} from '../../src/schemas/index.ts'
import { parseForm } from '../../src/schemas/index.ts'

type Item<List> = NonNullable<List> extends readonly (infer One)[] ? One : never

// what was read can be opened, and nothing that can be opened cannot be read
expectTypeOf<TerminalInput>().toExtend<LifecycleInput>()
expectTypeOf<keyof TerminalInput>().toEqualTypeOf<keyof LifecycleInput>()
expectTypeOf<keyof Item<TerminalInput['devices']>>().toEqualTypeOf<keyof Item<LifecycleInput['devices']>>()
expectTypeOf<keyof Item<TerminalInput['deposits']>>().toEqualTypeOf<keyof Item<LifecycleInput['deposits']>>()
expectTypeOf<Item<TerminalInput['holds']>>().toExtend<Item<LifecycleInput['holds']>>()

// a portfolio gives all but the id of the life and who opens it
expectTypeOf<PortfolioInput & Pick<LifecycleInput, 'lifecycleId' | 'openedBy'>>().toExtend<LifecycleInput>()

// no twin of the domain's policy
expectTypeOf<LifecyclePolicy>().toEqualTypeOf<DomainPolicy>()

// a form library sees what has to be filled in, never `unknown`
expectTypeOf<ClosureRequestInput['merchantId']>().toEqualTypeOf<string>()
expectTypeOf<
  z.input<typeof import('../../src/schemas/index.ts').ClosureRequest>
>().toEqualTypeOf<ClosureRequestInput>()

// a document is known by its type
expectTypeOf<DocumentOf<'business_licence'>['unifiedSocialCreditCode']>().toEqualTypeOf<string>()
expectTypeOf<Extract<Document, { type: 'waiver' }>['subject']>().toEqualTypeOf<
  'charge' | 'damage' | 'device' | 'backup' | 'settlement'
>()

declare const schema: typeof import('../../src/schemas/index.ts').ClosureRequest
const result = parseForm(schema, {})
if (result.success) expectTypeOf(result.data).toEqualTypeOf<ClosureRequest>()
