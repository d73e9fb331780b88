import type { Problem } from '../problem.ts';
import { armTemplate } from './arm.ts';
import type { CodeModel } from './model.ts';
import { deploymentName } from './scripts.ts';

/** A change set as Azure's own deployment engine takes it. */
export interface HandOver {
  /** Of the deployment; made of the fingerprint, so the same change set always has the same one. */
  readonly id: string;
  /** Where Azure keeps the record of the deployment. Nothing that is delegated moves. */
  readonly location: string;
  /** The ARM template, as text. */
  readonly template: string;
}

/** What became of one copy or delegation. One that has not begun yet is not among them. */
export interface HandedItem {
  /** Of what is written. */
  readonly id: string;
  readonly state: 'working' | 'done' | 'failed';
  readonly problem?: Problem;
}

/** How a deployment that was handed over stands. Never proof: what it wrote is read back before it is called done. */
export interface HandedOver {
  readonly state: 'working' | 'done' | 'failed';
  /** Those of the nested deployments too. */
  readonly items: readonly HandedItem[];
  /** Why the deployment failed as a whole, where no single write tells. */
  readonly problem?: Problem;
}

/**
 * The deployment for this model, at the first subscription that it writes in: the one who runs it needs rights there anyway.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-subscription
 */
export function handOverOf(model: CodeModel, location: string): HandOver {
  const [at] = [...model.copies, ...model.delegations].map(({ subscriptionId }) => subscriptionId).toSorted();
  if (at === undefined) throw new Error('A change set writes something.');
  return {
    id: `/subscriptions/${at}/providers/Microsoft.Resources/deployments/${deploymentName(model)}`,
    location,
    template: armTemplate(model),
  };
}
