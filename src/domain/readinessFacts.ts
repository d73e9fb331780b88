import type { AllowList, Denial, HeldRole } from './estate.ts';
import type { Expectation } from './expectation.ts';
import type { Membership } from './guest.ts';
import type { TenantId } from './ids.ts';
import type { Known } from './known.ts';
import type { RoleDefinitions } from './lighthouseRules.ts';
import type { Offer, OfferContent } from './offer.ts';
import type { Permission } from './permissions.ts';
import type { RegistrationState } from './port.ts';
import type { Scope, Subscription } from './scope.ts';
import type { Standing } from './standing.ts';

/** Everything that decides whether a scope may be delegated to an offer now. */
export interface ReadinessFacts {
  readonly scope: Scope;
  /** The scope itself, or the subscription that the resource group is in. */
  readonly subscription: Subscription;
  readonly signedInTenant: TenantId;
  readonly membership: Membership;
  readonly guests: 'block' | 'warn';
  readonly expectation: Expectation;
  readonly offer: Pick<Offer, 'managedByTenantId' | 'source'> &
    Partial<Pick<Offer, 'copies'>> & { readonly content: Pick<OfferContent, 'plan'> };
  /** How the scope stands towards the offer, and how its subscription does where the scope is a resource group. */
  readonly here: Standing;
  readonly above?: Standing;
  /** At the subscription: Azure asks for them there also when only a resource group is delegated. */
  readonly rights: Known<readonly Permission[]>;
  /** At the resource group, where it is one and somebody asked. */
  readonly rightsInGroup?: Known<readonly Permission[]>;
  readonly registration: Known<RegistrationState>;
  readonly allowLists: Known<readonly AllowList[]>;
  readonly denials?: Known<readonly Denial[]>;
  readonly heldRoles?: Known<readonly HeldRole[]>;
  readonly eligibleRoles?: Known<readonly HeldRole[]>;
  /** Where they are known: to judge custom roles that the person could activate. */
  readonly roles?: RoleDefinitions;
}
