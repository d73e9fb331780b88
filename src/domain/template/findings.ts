import type { CopyId } from '../ids.ts';
import type { OfferContent } from '../offer.ts';
import type { Questions } from './parameters.ts';
import type { Views } from './scopes.ts';
import type { TemplateProblem } from './templateProblem.ts';
import type { Place, Work } from './values.ts';

/** A registrationDefinition that the template would store. */
export interface FoundCopy {
  readonly path: string;
  readonly id: CopyId;
  readonly content: OfferContent;
}

/** A registrationAssignment that the template would make. */
export interface FoundDelegation {
  readonly path: string;
  readonly name: string;
  readonly subscriptionId: string;
  /** Absent for a whole subscription. */
  readonly resourceGroup?: string;
  /** Whether the template itself says in which subscription, and in which resource group. */
  readonly fixed: { readonly subscription: boolean; readonly resourceGroup: boolean };
  /** As the template computes it. */
  readonly definitionId: string;
}

/** Everything that was found in a template. */
export interface Findings {
  readonly copies: FoundCopy[];
  readonly delegations: FoundDelegation[];
  /** Where something is left out because its condition does not hold. */
  readonly leftOut: string[];
  readonly problems: TemplateProblem[];
}

/** A template at work: what its expressions look at, and where its resources go. */
export interface Deployment {
  readonly views: Views;
  readonly chosen: Place;
  readonly anywhere: Place;
  readonly nesting: number;
  readonly questions: Questions;
  readonly work: Work;
  readonly findings: Findings;
}
