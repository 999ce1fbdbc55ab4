// A plugin of TypeDoc. What is documented once and is exported as value and as type has one page of each; both say it:
// - an interface or a type takes the words of the constant of its name, and a constant those of its type;
// - a type of the members of a constant, `(typeof channels)[number]`, takes the words of that constant;
// - an operation of the client says what the contract says of it.
import {
  type Application,
  Comment,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
  type SomeType,
} from 'typedoc'
import { contract, shortcuts } from '../../src/contract/index.ts'

const kinds =
  ReflectionKind.Interface | ReflectionKind.TypeAlias | ReflectionKind.Variable | ReflectionKind.Function

const commentOf = (reflection: DeclarationReflection): Comment | undefined =>
  reflection.comment ?? reflection.signatures?.find(({ comment }) => comment)?.comment

/** `channels` of `(typeof channels)[number]` and of `keyof typeof channels`. */
const listOf = (type: SomeType | undefined): DeclarationReflection | undefined => {
  const inner =
    type?.type === 'indexedAccess' ? type.objectType : type?.type === 'typeOperator' ? type.target : undefined
  const found = inner?.type === 'query' ? inner.queryType.reflection : undefined
  return found as DeclarationReflection | undefined
}

const shareIn = (project: ProjectReflection): void => {
  const all = project.getReflectionsByKind(kinds) as DeclarationReflection[]
  const keyOf = ({ name, parent }: DeclarationReflection): string => `${parent?.id} ${name}`
  const words = new Map(
    all.flatMap((each) => (commentOf(each) ? [[keyOf(each), commentOf(each)] as const] : [])),
  )
  for (const reflection of all) {
    if (commentOf(reflection)) continue
    const comment = words.get(keyOf(reflection))
    if (comment) reflection.comment = comment.clone()
  }
  for (const reflection of all) {
    const list = reflection.comment ? undefined : listOf(reflection.type)
    const comment = list && commentOf(list)
    if (comment) reflection.comment = comment.clone()
  }
}

const operationsIn = (project: ProjectReflection): void => {
  const summaries = new Map(
    [...Object.entries(contract), ...Object.entries(shortcuts)].map(([name, { summary }]) => [name, summary]),
  )
  const properties = project.getReflectionsByKind(ReflectionKind.Property) as DeclarationReflection[]
  for (const property of properties) {
    const summary = summaries.get(property.name)
    const called = property.type?.type === 'reflection' && property.type.declaration.signatures
    if (!called || property.comment || !summary) continue
    property.comment = new Comment([{ kind: 'text', text: summary }])
  }
}

export const load = (app: Application): void => {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    shareIn(project)
    operationsIn(project)
  })
}
