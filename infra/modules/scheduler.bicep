metadata description = 'The Durable Task Scheduler: the backend of Durable Functions for scale.'

import { Grant } from 'roles.bicep'

param name string
param hubName string
param location string
param tags object

@allowed([
  'Consumption'
  'Dedicated'
])
param skuName string

@description('Addresses that may reach the scheduler, as IPv4, IPv6 or CIDR.')
@minLength(1)
param allowedAddresses string[]

@description('For how many days the history of a finished orchestration is kept; it holds no personal data.')
@minValue(1)
@maxValue(90)
param historyDays int

@description('Roles on the scheduler.')
param grants Grant[]

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: allowedAddresses
    sku: {
      name: skuName
      capacity: skuName == 'Dedicated' ? 1 : null
    }
  }

  resource hub 'taskHubs' = {
    name: hubName
  }

  resource retention 'retentionPolicies' = {
    name: 'default'
    properties: {
      retentionPolicies: [
        {
          retentionPeriodInDays: historyDays
        }
        {
          orchestrationState: 'Failed'
          retentionPeriodInDays: max(historyDays, 30)
        }
      ]
    }
  }
}

resource schedulerGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in grants: {
    name: guid(scheduler.id, grant.principalId, grant.roleId)
    scope: scheduler
    properties: {
      principalId: grant.principalId
      principalType: grant.?principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.roleId)
    }
  }
]

output endpoint string = scheduler.properties.endpoint
