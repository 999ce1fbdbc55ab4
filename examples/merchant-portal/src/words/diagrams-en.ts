export { diagramsEn } from 'terminal-lifecycle/diagram'
