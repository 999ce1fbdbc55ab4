import { useForm } from 'vee-validate'
import { effectScope } from 'vue'
import type { Locale } from '../../dist/domain/index.js'
import { ClosureRequest, type ClosureRequestInput, worded } from '../../dist/schemas/index.js'
import { typed } from './typed.ts'

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
