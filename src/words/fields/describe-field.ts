/** What a person reads at a field. */
export interface FieldText {
  readonly label: string
  /** One sentence, or a few: what is meant, and what it is for. */
  readonly help: string
}

type Process = 'closure' | 'suspension' | 'reinstatement'

/** All fields of the request forms in one language, by their paths: `contact.mobile`. Each language is a module of its own. */
export interface FieldTexts {
  /** Fields of all three forms, or of two that mean the same. */
  readonly common: Readonly<Record<string, FieldText>>
  readonly closure: Readonly<Record<string, FieldText>>
  readonly suspension: Readonly<Record<string, FieldText>>
  readonly reinstatement: Readonly<Record<string, FieldText>>
}

/** `/remedies/0/kind`, as an issue names a field, and `remedies.kind` are one field. */
const pathOf = (path: string): string =>
  path
    .split(/[/.]/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('.')

const ownText = (table: Readonly<Record<string, FieldText>>, path: string): FieldText | undefined =>
  Object.hasOwn(table, path) ? table[path] : undefined

/**
 * The label of a field and the help beside it.
 *
 * @param path As an issue has it, or with dots.
 * @returns the path itself as label where it is not a field of ours, as a newer server may name one.
 * @example describeField('closure', '/contact/mobile', fieldsZhCn).label // '联系手机'
 */
export function describeField(form: Process, path: string, texts: FieldTexts): FieldText {
  const name = pathOf(path)
  return ownText(texts[form], name) ?? ownText(texts.common, name) ?? { label: path, help: '' }
}
