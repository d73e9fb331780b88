import { InputError } from '../host/fields.ts';
import { readRules } from '../faults/readRules.ts';
import type { ControlCall } from './call.ts';
import { preparedFaults } from './preparedFaults.data.ts';

/**
 * `POST /_emulator/faults`: adds one rule or a list of them, and answers with all rules in force. From the control page
 * comes the name of a prepared fault.
 *
 * @throws InputError naming the field that is wrong and what it may be.
 */
export function addFaults(call: ControlCall): unknown {
  const { context, host } = call;
  const sent = fromForm(call.sent);
  const personas = context.world.personas.map((persona) => persona.name);
  host.book.add(readRules(sent, host.book.list().length, personas));
  return listFaults(call);
}

/** `GET /_emulator/faults`: the rules in force, each with how often it matched and struck. */
export function listFaults({ host }: ControlCall): unknown {
  return { faults: host.book.list().map(({ rule, matched, struck }) => ({ ...rule, matched, struck })) };
}

/** `DELETE /_emulator/faults`: nothing goes wrong any more. */
export function clearFaults(call: ControlCall): unknown {
  call.host.book.clear();
  return listFaults(call);
}

/** Turns `{prepared, route?, times?, probability?}` of the control page into a rule; anything else is one already. */
function fromForm(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || !('prepared' in sent)) return sent;
  const { prepared: name, ...rest } = sent;
  const prepared = preparedFaults.find((fault) => fault.name === name);
  if (prepared === undefined) {
    throw new InputError(
      `There is no prepared fault '${String(name)}'.`,
      preparedFaults.map((fault) => fault.name),
    );
  }
  const numbers = Object.entries(rest).map(([field, value]) => [field, field === 'nth' ? [Number(value)] : value]);
  return { name: prepared.name, route: prepared.route, action: prepared.action, ...Object.fromEntries(numbers) };
}
