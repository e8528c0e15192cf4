metadata description = 'Where telemetry goes. It takes telemetry from identities only.'

import { Grant } from 'roles.bicep'

param workspaceName string
param insightsName string
param location string
param tags object

@description('How long telemetry is kept, in days.')
param retentionDays int

@description('The most telemetry that is taken in a day, in GB; -1: no limit. Past it nothing arrives, and the alert on reconciliation fires.')
param dailyCapGb int

@description('Roles on the Application Insights component.')
param grants Grant[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
  }
}

resource insightsGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in grants: {
    name: guid(insights.id, grant.principalId, grant.roleId)
    scope: insights
    properties: {
      principalId: grant.principalId
      principalType: grant.?principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.roleId)
    }
  }
]

output workspaceId string = workspace.id
