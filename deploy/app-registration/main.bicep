// Registers Lighthouse Onboarding in Microsoft Entra ID:
//   az deployment group create --resource-group RG --template-file main.bicep --parameters origins='["https://onboarding.contoso.com"]'
// The account needs Application.ReadWrite.All, or the right to register applications. No secret is made.
extension microsoftGraphV1

@description('Where the app will be served: https addresses without a path.')
param origins string[]

@description('Display name of the registration.')
param displayName string = 'Lighthouse Onboarding'

@description('Accounts of every organisation may sign in; else only those of this tenant.')
param multiTenant bool = false

@description('Lets people see the names of Owners: asks for User.ReadBasic.All as well.')
param graph bool = false

var serviceManagement = {
  resourceAppId: '797f4846-ba00-4fd7-ba43-dac1f8f63013'
  resourceAccess: [
    // user_impersonation
    { id: '41094075-9dad-400e-a0bd-54e686782033', type: 'Scope' }
  ]
}

var names = {
  resourceAppId: '00000003-0000-0000-c000-000000000000'
  resourceAccess: [
    // User.ReadBasic.All
    { id: 'b340eb25-3456-403f-be2f-af7a0d370277', type: 'Scope' }
  ]
}

resource application 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: 'lighthouse-onboarding'
  displayName: displayName
  signInAudience: multiTenant ? 'AzureADMultipleOrgs' : 'AzureADMyOrg'
  spa: {
    redirectUris: map(origins, origin => '${origin}/redirect.html')
  }
  optionalClaims: {
    // Tells members and guests apart.
    idToken: [
      { name: 'acct', essential: false, additionalProperties: [] }
    ]
  }
  requiredResourceAccess: graph ? [serviceManagement, names] : [serviceManagement]
}

resource enterpriseApplication 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: application.appId
}

@description('clientId of config.json.')
output clientId string = application.appId

@description('tenant of config.json.')
output signsIn string = multiTenant ? 'organizations' : tenant().tenantId
