import type { Plan } from '../../model.ts';

/** `publisher.product.plan.version`; none of the first three can hold a dot, the version has two. */
export function identifierOf(plan: Plan): string {
  return `${plan.publisher}.${plan.product}.${plan.name}.${plan.version}`;
}

/**
 * Whether an identifier, complete or cut off after the publisher, product or plan, means a plan. A preview offer's product
 * ends in `-preview`, and that is part of its name.
 */
export function matchesIdentifier(plan: Plan, identifier: string): boolean {
  const wanted = identifier.toLowerCase().split('.');
  const has = [plan.publisher, plan.product, plan.name].map((part) => part.toLowerCase());
  const named = wanted.slice(0, 3).every((part, index) => part === has[index]);
  return named && (wanted.length <= 3 || wanted.slice(3).join('.') === plan.version.toLowerCase());
}

/** Orders `n.n.n` versions by their numbers: negative where `a` is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether two plans are the same plan in the same version. */
export function samePlan(a: Plan, b: Plan): boolean {
  return identifierOf(a).toLowerCase() === identifierOf(b).toLowerCase();
}
