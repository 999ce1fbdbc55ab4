export { diagramsZhCn } from 'terminal-lifecycle/diagram'
