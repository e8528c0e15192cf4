metadata description = 'Private endpoints in the virtual network, and the zones in which their names are looked up.'

param location string
param tags object

@description('The virtual network; its subnet endpoints takes them.')
param networkName string

@description('One endpoint: a service of one account or vault.')
type Endpoint = {
  service: 'blob' | 'queue' | 'table' | 'vault'
  resource: 'Microsoft.KeyVault/vaults' | 'Microsoft.Storage/storageAccounts'
  name: string
}

@description('The services to reach.')
param endpoints Endpoint[]

var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  // The private zone of .vault.azure.net is named vaultcore.
  vault: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
}

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' existing = {
  name: networkName

  resource subnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for one in items(zones): {
    name: one.value
    location: 'global'
    tags: tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (one, index) in items(zones): {
    parent: zone[index]
    name: networkName
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for one in endpoints: {
    name: 'pe-${one.name}-${one.service}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: network::subnet.id
      }
      privateLinkServiceConnections: [
        {
          name: one.service
          properties: {
            privateLinkServiceId: resourceId(one.resource, one.name)
            groupIds: [one.service]
          }
        }
      ]
    }
  }
]

resource name 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (one, index) in endpoints: {
    parent: endpoint[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: one.service
          properties: {
            privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zones[one.service])
          }
        }
      ]
    }
    dependsOn: [
      link
    ]
  }
]
