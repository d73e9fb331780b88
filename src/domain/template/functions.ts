import type { TemplateFunction } from './functionTools.ts';
import { listFunctions } from './listFunctions.ts';
import { plainFunctions } from './plainFunctions.ts';
import { resourceFunctions } from './resourceIds.ts';
import { textFunctions } from './textFunctions.ts';

const all: ReadonlyMap<string, TemplateFunction> = new Map(
  [textFunctions, plainFunctions, listFunctions, resourceFunctions].flatMap((some) => Object.entries(some)),
);

/**
 * The function of this name, in any case; `undefined` where this app does not work it out. Those that look at time, chance
 * or Azure itself are not among them: what they give is asked for.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
 */
export function functionOf(name: string): TemplateFunction | undefined {
  return all.get(name.toLowerCase());
}
