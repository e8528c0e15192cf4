metadata description = 'The vault: secrets that the app refers to, and the key that wraps the keys of links.'

import { Grant } from 'roles.bicep'

param name string
param location string
param tags object

@description('The app settings that refer to secrets.')
param settings string[]

@secure()
@description('The secrets of those settings. A missing or empty one leaves what the vault holds.')
param secrets object

@description('Whether it is reached by private endpoints, and by nobody else but the addresses named.')
param isPrivate bool = false

@description('Public addresses that may reach a private vault all the same.')
param allowedAddresses string[] = []

@description('Roles on the vault.')
param grants Grant[]

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: isPrivate && empty(allowedAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Deployments put secrets and the app takes references by this door.
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: [for address in isPrivate ? allowedAddresses : []: { value: address }]
    }
  }

  // Data Protection encrypts its keys under this one, so a copy of the store opens no link.
  resource linkKey 'keys' = {
    name: 'links'
    properties: {
      kty: 'RSA'
      keySize: 3072
      keyOps: [
        'wrapKey'
        'unwrapKey'
      ]
    }
  }

  @batchSize(1)
  resource secret 'secrets' = [
    for setting in settings: if (!empty(secrets[?setting])) {
      name: toLower(replace(setting, '_', '-'))
      properties: {
        value: secrets[setting]
        contentType: 'the app setting ${setting}'
      }
    }
  ]
}

resource vaultGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in grants: {
    name: guid(vault.id, grant.principalId, grant.roleId)
    scope: vault
    properties: {
      principalId: grant.principalId
      principalType: grant.?principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.roleId)
    }
  }
]

output name string = vault.name
output linkKeyUri string = vault::linkKey.properties.keyUri
