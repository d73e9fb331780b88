import { Fields, InputError } from '../host/fields.ts';
import { readAction } from './readAction.ts';
import { readRoute } from './route.ts';
import type { FaultRule } from './rules.ts';

const ruleFields = ['name', 'route', 'nth', 'times', 'probability', 'seed', 'persona', 'action'] as const;
const count = { min: 1, max: 1_000_000, whole: true };

/**
 * Reads what a client sent as fault rules: one rule, or a list of them.
 *
 * @param alreadyThere How many rules the book holds: names of rules that have none count on from there.
 * @param personas The names a rule may be limited to.
 * @throws InputError with a sentence naming the field that is wrong.
 */
export function readRules(sent: unknown, alreadyThere: number, personas: readonly string[]): readonly FaultRule[] {
  const list = Array.isArray(sent) ? sent : [sent];
  return list.map((item, index) => readRule(item, `fault ${alreadyThere + index + 1}`, personas));
}

function readRule(sent: unknown, name: string, personas: readonly string[]): FaultRule {
  const fields = new Fields(sent, 'A fault rule', ruleFields);
  const route = fields.text('route');
  const matcher = readRoute(route);
  if (typeof matcher === 'string') throw new InputError(matcher);
  const nth = typeof fields.raw('nth') === 'number' ? [fields.number('nth', count)] : fields.list('nth', readNth);
  const times = fields.optionalNumber('times', count);
  const probability = fields.optionalNumber('probability', { min: 0, max: 1, whole: false });
  return {
    name: fields.text('name', name),
    route,
    ...(nth === undefined ? {} : { nth }),
    ...(times === undefined ? {} : { times }),
    ...(probability === undefined ? {} : { probability }),
    ...(fields.has('persona') ? { persona: fields.oneOf('persona', personas) } : {}),
    seed: fields.number('seed', { min: -(2 ** 31), max: 2 ** 32, whole: true }, 1),
    action: readAction(fields.raw('action'), personas),
  };
}

function readNth(item: unknown): number {
  if (typeof item === 'number' && Number.isInteger(item) && item > 0) return item;
  throw new InputError("A fault rule: 'nth' must be a whole number from 1, or a list of them.");
}
