import type { SubscriptionId } from '../../domain/ids.ts';

/** The portal's own page for service providers. https://learn.microsoft.com/azure/lighthouse/how-to/view-manage-service-providers */
export const serviceProvidersInPortal =
  'https://portal.azure.com/#view/Microsoft_Azure_CustomerHub/ServiceProvidersBladeV2/~/providers';

/** Where a person activates an eligible role. https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-resource-roles-activate-your-roles */
export const pimInPortal = 'https://portal.azure.com/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/azurerbac';

/** "Access control (IAM)" of a subscription. */
export function accessControlInPortal(subscription: SubscriptionId): string {
  return `https://portal.azure.com/#resource/subscriptions/${subscription}/users`;
}

/** The public marketplace; it shows no private plans. */
export function marketplaceSearch(words: string): string {
  return `https://azuremarketplace.microsoft.com/marketplace/apps?search=${encodeURIComponent(words)}`;
}
