/* What it takes to write a change set for Azure's deployment engine: loaded as one, when somebody asks for it. */
export { handOversOf } from './handOver.ts';
export { codeModel } from './model.ts';
