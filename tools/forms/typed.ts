import type { TypedSchema, TypedSchemaError } from 'vee-validate'
import type { WordedForm } from '../../dist/schemas/index.js'

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
