import type { Config } from '../../config.ts';
import type { SubscriptionId } from '../../domain/ids.ts';
import { useServices } from '../services.ts';

/** Each cloud has a portal of its own. https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure */
const portals: Readonly<Record<Config['cloud'], string>> = {
  public: 'https://portal.azure.com',
  usgov: 'https://portal.azure.us',
  china: 'https://portal.azure.cn',
};

/** Pages of the Azure portal, in the cloud that this installation is for. */
export interface Portal {
  /** The portal's own page for service providers. https://learn.microsoft.com/azure/lighthouse/how-to/view-manage-service-providers */
  readonly serviceProviders: string;
  /** Where a person activates an eligible role. https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-resource-roles-activate-your-roles */
  readonly eligibleRoles: string;
  /** "Access control (IAM)" of a subscription. */
  accessControl(subscription: SubscriptionId): string;
}

export function usePortal(): Portal {
  const portal = portals[useServices().config.cloud];
  return {
    serviceProviders: `${portal}/#view/Microsoft_Azure_CustomerHub/ServiceProvidersBladeV2/~/providers`,
    eligibleRoles: `${portal}/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/azurerbac`,
    accessControl: (subscription) => `${portal}/#resource/subscriptions/${subscription}/users`,
  };
}

/** The public marketplace; it shows no private plans. */
export function marketplaceSearch(words: string): string {
  return `https://azuremarketplace.microsoft.com/marketplace/apps?search=${encodeURIComponent(words)}`;
}
