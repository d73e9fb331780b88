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
