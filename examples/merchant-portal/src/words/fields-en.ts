export { fieldsEn } from 'terminal-lifecycle/words'
