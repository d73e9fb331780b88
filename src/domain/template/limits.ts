/*
 * What a template may use up. An honest one needs a small part of this; Azure's own limits, where it has them, are named.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits
 */

/** Length of a file in characters. Azure takes 4 MB; a delegation needs some thousand. */
export const maxFileLength = 1_000_000;
/** Objects and lists within each other. */
export const maxDepth = 64;
/** Values in one file. */
export const maxValues = 50_000;
/** Azure's limit for one expression. */
export const maxExpressionLength = 24_576;
/** Calls and brackets within each other in one expression. */
export const maxExpressionDepth = 64;
/** Deployments within each other. */
export const maxNesting = 8;
/** Azure's limit for a copy loop. */
export const maxCopies = 800;
/** Steps and characters that working out all values of a template may take together. */
export const maxWork = 5_000_000;
