metadata description = 'One storage account that answers to identities only.'

import { Grant } from 'roles.bicep'

param name string
param location string
param tags object
param skuName string

@description('Blob containers to create.')
param containers string[] = []

@description('For how many days a deleted or overwritten blob can be had back; 0: not at all.')
@minValue(0)
@maxValue(365)
param blobRetentionDays int = 0

@description('Roles on the whole account.')
param grants Grant[]

@description('Roles on the first container alone.')
param firstContainerGrants Grant[] = []

@description('Whether it is reached by private endpoints, and by nobody else but the addresses named.')
param isPrivate bool = false

@description('Public addresses that may reach a private account all the same.')
param allowedAddresses string[] = []

@description('Whether a lock keeps the account from being deleted.')
param isLocked bool = false

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: skuName
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isPrivate && empty(allowedAddresses) ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: [for address in isPrivate ? allowedAddresses : []: { value: address, action: 'Allow' }]
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: blobRetentionDays == 0
        ? { enabled: false }
        : { enabled: true, days: max(blobRetentionDays, 1) }
      isVersioningEnabled: blobRetentionDays > 0
    }

    resource container 'containers' = [
      for container in containers: {
        name: container
        properties: {
          publicAccess: 'None'
        }
      }
    ]
  }
}

resource accountGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in grants: {
    name: guid(account.id, grant.principalId, grant.roleId)
    scope: account
    properties: {
      principalId: grant.principalId
      principalType: grant.?principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.roleId)
    }
  }
]

resource containerGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in firstContainerGrants: {
    name: guid(account::blobs::container[0].id, grant.principalId, grant.roleId)
    scope: account::blobs::container[0]
    properties: {
      principalId: grant.principalId
      principalType: grant.?principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.roleId)
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'holds-data'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'This account holds what Handoff must not lose. Remove the lock to delete it.'
  }
}

output name string = account.name
output blobUri string = account.properties.primaryEndpoints.blob
output queueUri string = account.properties.primaryEndpoints.queue
output tableUri string = account.properties.primaryEndpoints.table
