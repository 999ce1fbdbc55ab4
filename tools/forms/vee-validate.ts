import { type TypedSchema, type TypedSchemaError, useForm } from 'vee-validate'
import { effectScope } from 'vue'
import type { Locale } from '../../dist/domain/index.js'
import {
  ClosureRequest,
  type ClosureRequestInput,
  type WordedForm,
  worded,
} from '../../dist/schemas/index.js'

/** vee-validate 4 takes schemas in a shape of its own. */
export const typed = <Input, Output>({
  '~standard': form,
}: WordedForm<Input, Output>): TypedSchema<Input, Output> => ({
  __type: 'VVTypedSchema',
  parse: async (values) => {
    const { value, issues = [] } = { value: undefined, ...form.validate(values) }
    const errors = issues.map(
      ({ path, message }): TypedSchemaError => ({ path: path.join('.'), errors: [message] }),
    )
    return { errors, ...(value !== undefined && { value }) }
  },
})

/** What stands beside the name and the comment. */
export const said = async (values: ClosureRequestInput, locale: Locale) => {
  const scope = effectScope()
  const form = scope.run(() =>
    useForm({ validationSchema: typed(worded(ClosureRequest, locale)), initialValues: values as object }),
  )
  const errors: Readonly<Record<string, string | undefined>> = (await form?.validate())?.errors ?? {}
  scope.stop()
  return [errors.merchantName, errors.comment]
}
