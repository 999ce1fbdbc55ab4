import { FormApi } from '@tanstack/react-form'
import type { Locale } from '../../dist/domain/index.js'
import { ClosureRequest, type ClosureRequestInput, worded } from '../../dist/schemas/index.js'

/** What stands beside the name and the comment. */
export const said = async (form: ClosureRequestInput, locale: Locale) => {
  const api = new FormApi({ defaultValues: form, validators: { onSubmit: worded(ClosureRequest, locale) } })
  api.mount()
  await api.handleSubmit()
  return (['merchantName', 'comment'] as const).map(
    (name) => api.getFieldMeta(name)?.errors[0]?.message ?? api.state.errors[0]?.[name]?.[0]?.message,
  )
}

// @ts-expect-error a form that asks for something else
new FormApi({ defaultValues: { colour: '' }, validators: { onSubmit: worded(ClosureRequest, 'en') } })
