export {
  type ForeignCode,
  type ListSource,
  type MappingList,
  type Meaning,
  type OurCode,
  type Standing,
  standings,
} from './list.ts'
export { type MappingListName, mappingLists } from './lists.ts'
export { fromOurs, type Translated, toOurs } from './translate.ts'
