export const NAMESPACE = 'Microsoft.ManagedServices';
export const DEFINITIONS = 'Microsoft.ManagedServices/registrationDefinitions';
export const ASSIGNMENTS = 'Microsoft.ManagedServices/registrationAssignments';
export const MARKETPLACE = 'Microsoft.ManagedServices/marketplaceRegistrationDefinitions';
export const OPERATION_STATUSES = 'Microsoft.ManagedServices/operationStatuses';
