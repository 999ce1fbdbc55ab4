import { followed, pagesIn } from './guide-programs.ts'

followed(pagesIn('.zh-CN'))
