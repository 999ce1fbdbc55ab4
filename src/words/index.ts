export { describeField, type FieldText, type FieldTexts } from './fields/describe-field.ts'
// One constant for each language: a bundle that names one leaves the other out.
export { fieldsEn } from './fields/en.ts'
export { fieldsZhCn } from './fields/zh-cn.ts'
export {
  type DescribedNotice,
  describeNotice,
  type NoticeOptions,
} from './notices/describe-notice.ts'
export type { Values } from './notices/lines.ts'
export type { Notice } from './notices/subject.ts'
