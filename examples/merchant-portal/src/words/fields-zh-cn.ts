export { fieldsZhCn } from 'terminal-lifecycle/words'
