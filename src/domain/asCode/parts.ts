import { armLimits, armResources, armTemplate } from './arm.ts';
import type { CodeModel } from './model.ts';

/**
 * The model in parts that Azure takes as one deployment each, as few as come out of filling one after the other. Parts run
 * at the same time, so none may need what another writes: `undefined` where it would.
 */
export function partsOf(model: CodeModel): readonly CodeModel[] | undefined {
  if (fits(model)) return [model];
  const units = unitsOf(model);
  if (!units) return undefined;
  const parts: CodeModel[] = [];
  let open: readonly CodeModel[] = [];
  const close = () => {
    parts.push({ ...joined(model, open), part: parts.length + 1 });
    open = [];
  };
  let [resources, bytes] = [0, 0];
  for (const unit of units) {
    const [more, larger] = [armResources(unit), bytesOf(unit)];
    if (resources + more > armLimits.resources || bytes + larger > armLimits.bytes) {
      close();
      [resources, bytes] = [0, 0];
    }
    open = [...open, unit];
    resources += more;
    bytes += larger;
  }
  close();
  return parts;
}

/** In UTF-8 each unit of a text takes three bytes at most. */
function bytesOf(model: CodeModel): number {
  return armTemplate(model).length * 3;
}

function fits(model: CodeModel): boolean {
  return armResources(model) <= armLimits.resources && bytesOf(model) <= armLimits.bytes;
}

/** So many delegations of one subscription fit into one part, each with a deployment around it. */
const together = 300;

/** What stays together: one subscription with its copies; a large one in several, where nothing is stored in it. */
function unitsOf(model: CodeModel): readonly CodeModel[] | undefined {
  const written = new Map(model.copies.map(({ id, subscriptionId }) => [id, subscriptionId]));
  const bound = model.delegations.some(({ copyId, subscriptionId }) => {
    const at = written.get(copyId);
    return at !== undefined && at !== subscriptionId;
  });
  if (bound) return undefined;
  const here = new Map<
    string,
    { copies: CodeModel['copies'][number][]; delegations: CodeModel['delegations'][number][] }
  >();
  const at = (subscriptionId: string) => {
    const known = here.get(subscriptionId) ?? { copies: [], delegations: [] };
    here.set(subscriptionId, known);
    return known;
  };
  for (const copy of model.copies) at(copy.subscriptionId).copies.push(copy);
  for (const delegation of model.delegations) at(delegation.subscriptionId).delegations.push(delegation);
  const units = [...here.values()].flatMap(({ copies, delegations }): readonly CodeModel[] => {
    const whole = { ...model, copies, delegations };
    if (copies.length > 0 || fits(whole)) return [whole];
    const count = Math.ceil(delegations.length / together);
    return Array.from({ length: count }, (_, index) => ({
      ...whole,
      delegations: delegations.slice(index * together, (index + 1) * together),
    }));
  });
  return units.every(fits) ? units : undefined;
}

function joined(model: CodeModel, units: readonly CodeModel[]): CodeModel {
  return {
    ...model,
    copies: units.flatMap(({ copies }) => copies),
    delegations: units.flatMap(({ delegations }) => delegations),
  };
}
