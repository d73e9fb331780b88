import type { Provisioning } from '../../model.ts';

/** The `provisioningState` at a moment: the state, or what it turns into once its time has come. */
export function provisioningStateAt(provisioning: Provisioning, now: number): string {
  const settled = provisioning.settlesAt !== undefined && now >= provisioning.settlesAt;
  return settled ? (provisioning.then ?? provisioning.state) : provisioning.state;
}

/** A resource that is done at once. */
export function settled(): Provisioning {
  return { state: 'Succeeded' };
}

/** A resource that was accepted and will be done at `settlesAt`. */
export function acceptedUntil(settlesAt: number): Provisioning {
  return { state: 'Accepted', settlesAt, then: 'Succeeded' };
}
