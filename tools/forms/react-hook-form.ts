import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldErrors, Resolver, useForm } from 'react-hook-form'
import type { Locale } from '../../dist/domain/index.js'
import { ClosureRequest, type ClosureRequestInput, errorsIn, worded } from '../../dist/schemas/index.js'

type Options = Parameters<typeof useForm<ClosureRequestInput, unknown, ClosureRequest>>[0]

/** One line each, with the types of the form found by the compiler. */
const standard = (locale: Locale) => standardSchemaResolver(worded(ClosureRequest, locale))
const byZod = (locale: Locale) => zodResolver(ClosureRequest, { error: errorsIn(locale) })

const taken = [{ resolver: standard('en') }, { resolver: byZod('en') }] satisfies readonly Options[]
// @ts-expect-error a form that asks for something else
const other: Resolver<{ colour: string }> = standard('en')

const asked = { criteriaMode: 'all', fields: {}, shouldUseNativeValidation: false } as const

const errorsOf = async (resolver: Resolver<ClosureRequestInput, unknown, ClosureRequest>, form: unknown) => {
  const { errors } = await resolver(form as ClosureRequestInput, undefined, asked)
  return errors as FieldErrors<ClosureRequestInput>
}

/** What stands beside the name and the comment, by the one resolver and by the other. */
export const said = async (form: unknown, locale: Locale) => {
  const all = await Promise.all([standard(locale), byZod(locale)].map((resolver) => errorsOf(resolver, form)))
  return all.map(({ merchantName, comment }) => [merchantName?.message, comment?.message])
}

export const used = [taken, other]
