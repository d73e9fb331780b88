import { ArmError } from '../errors.ts';

/** 400 for a template that cannot be taken. The wording around the reason is assumed. */
export function invalidTemplate(why: string): ArmError {
  return new ArmError(400, 'InvalidTemplate', `Deployment template validation failed: '${why}'.`);
}

/**
 * A value of a template with its expressions worked out. A text in brackets is an expression, one that begins with two is a
 * text that begins with one.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 * @throws 400 InvalidTemplate for a function that the emulator does not have, or one that is none
 */
export function evaluate(value: unknown, location: string): unknown {
  if (typeof value === 'string') return evaluateText(value, location);
  if (Array.isArray(value)) return value.map((member) => evaluate(member, location));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, evaluate(member, location)]));
}

function evaluateText(text: string, location: string): string {
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  if (text.startsWith('[[')) return text.slice(1);
  const inside = text.slice(1, -1).trim();
  if (inside === 'deployment().location') return location;
  const call = /^concat\((.*)\)$/s.exec(inside)?.[1];
  const quoted = /^(\s*'(?:[^']|'')*'\s*)(,\s*'(?:[^']|'')*'\s*)*$/s;
  if (call === undefined || !quoted.test(call)) throw invalidTemplate(`Unable to evaluate the expression '${text}'`);
  return [...call.matchAll(/'((?:[^']|'')*)'/gs)].map(([, part = '']) => part.replaceAll("''", "'")).join('');
}
