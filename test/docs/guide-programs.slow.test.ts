import { followed, isReadFirst, pagesIn } from './guide-programs.ts'

followed([...pagesIn('').filter(({ name }) => !isReadFirst(name)), ...pagesIn('.zh-CN')])
