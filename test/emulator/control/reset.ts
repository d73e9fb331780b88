import { Fields } from '../host/fields.ts';
import { timingNames } from '../host/timing.ts';
import { worldNames } from '../worlds/worlds.ts';
import type { Switches } from '../model.ts';
import type { ControlCall } from './call.ts';

/** The positions of every switch: what a person or a test may set. */
export const switchPositions: { readonly [Name in keyof Switches]: readonly Switches[Name][] } = {
  crossSubscriptionReferences: ['allowed', 'refused'],
  resourceGroupUnderDelegatedSubscription: ['allowed', 'refused'],
  guests: ['allowed', 'refused'],
  exposedHeaders: ['all', 'none'],
  resourceGraph: ['available', 'refused'],
  acceptanceOutsidePortal: ['allowed', 'refused'],
  userConsent: ['allowed', 'refused'],
};

export const switchNames = Object.keys(switchPositions) as (keyof Switches)[];

const twoDays = 2 * 86_400_000;

/**
 * `POST /_emulator/reset`: builds a world anew.
 *
 * @throws InputError for an unknown world, switch, position or timing, naming the known ones.
 */
export function resetWorld({ context, host, sent }: ControlCall): unknown {
  const fields = new Fields(sent, 'A reset', ['world', 'switches', 'seed', 'pageSize', 'timing', 'skewMs']);
  const world = fields.oneOf('world', worldNames, context.world.name);
  const seed = fields.optionalNumber('seed', { min: 0, max: 2 ** 32, whole: true });
  const pageSize = fields.optionalNumber('pageSize', { min: 1, max: 1000, whole: true });
  const skewMs = fields.optionalNumber('skewMs', { min: -twoDays, max: twoDays, whole: true });
  const timing = fields.has('timing') ? fields.oneOf('timing', timingNames) : undefined;
  host.reset(world, {
    switches: readSwitches(fields.raw('switches') ?? {}),
    ...(seed === undefined ? {} : { seed }),
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(timing === undefined ? {} : { timing }),
    ...(skewMs === undefined ? {} : { skewMs }),
  });
  const { name, seed: used, switches } = context.world;
  return { world: name, seed: used, switches, pageSize: context.world.pageSize, now: context.clock.now() };
}

function readSwitches(sent: unknown): Partial<Switches> {
  const fields = new Fields(sent, "'switches'", switchNames);
  const set = switchNames.filter((name) => fields.has(name));
  return Object.fromEntries(set.map((name) => [name, fields.oneOf<string>(name, switchPositions[name])]));
}
