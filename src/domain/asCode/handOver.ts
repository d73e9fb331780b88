import type { Problem } from '../problem.ts';
import { groupScope } from '../scope.ts';
import { armTemplate, armWrites, type ArmWrite } from './arm.ts';
import type { CodeModel } from './model.ts';
import { partsOf } from './parts.ts';
import { deploymentName } from './scripts.ts';

/** A change set, or a part of it, as Azure's own deployment engine takes it. */
export interface HandOver {
  /** Of the deployment; made of the fingerprint, so the same change set always has the same one. */
  readonly id: string;
  /** Where Azure keeps the record of the deployment. Nothing that is delegated moves. */
  readonly location: string;
  /** The ARM template, as text. */
  readonly template: string;
  readonly writes: readonly ArmWrite[];
}

/** A region of Azure, by the name that Azure takes and the one that people know. */
export interface Region {
  readonly name: string;
  readonly displayName: string;
}

/** What became of one copy or delegation, or of a deployment that is nested around some. */
export interface HandedItem {
  /** Of what is written, or of the nested deployment. */
  readonly id: string;
  /** `stopped`: somebody cancelled it. */
  readonly state: 'working' | 'done' | 'failed' | 'stopped';
  readonly problem?: Problem;
}

/** How a deployment that was handed over stands. Never proof: what it wrote is read back before it is called done. */
export interface HandedOver {
  readonly state: HandedItem['state'];
  /** What has begun. Of a nested deployment that is under way or done, the deployment alone. */
  readonly items: readonly HandedItem[];
  /** Why the deployment failed as a whole, where no single write tells. */
  readonly problem?: Problem;
  /** Azure's activity log has everything of the deployment under it. */
  readonly correlationId?: string;
}

/** Where the deployments of a change set are made. */
export interface HandOverPlace {
  /** The region that keeps their record. */
  readonly location: string;
  /** The management group above all that is written; without it, each is made at a subscription. */
  readonly managementGroup?: string;
}

/**
 * The deployments for this model, each within what Azure takes at once: at the management group, else at the first
 * subscription that it writes in, where the one who runs it needs rights anyway. `undefined` where it cannot be parted so
 * that no part waits for another.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-subscription
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-management-group
 */
export function handOversOf(
  model: CodeModel,
  { location, managementGroup }: HandOverPlace,
): readonly HandOver[] | undefined {
  return partsOf(model)?.map((part) => {
    const [at] = [...part.copies, ...part.delegations].map(({ subscriptionId }) => subscriptionId).toSorted();
    if (at === undefined) throw new Error('A change set writes something.');
    const scope = managementGroup === undefined ? `/subscriptions/${at}` : groupScope({ name: managementGroup });
    return {
      id: `${scope}/providers/Microsoft.Resources/deployments/${deploymentName(part)}`,
      location,
      template: armTemplate(part, managementGroup === undefined ? 'subscription' : 'managementGroup'),
      writes: armWrites(part),
    };
  });
}
