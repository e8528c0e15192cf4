metadata description = 'The virtual network: a subnet that the app calls from, one of private endpoints, and one public address for all that leaves.'

param name string
param location string
param tags object

@description('The first 24 bits of its addresses, such as 10.20.0.')
param prefix string

// Mail providers that list senders' addresses are told this one.
resource address 'Microsoft.Network/publicIPAddresses@2024-07-01' = {
  name: '${name}-out'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIPAllocationMethod: 'Static'
  }
}

resource gateway 'Microsoft.Network/natGateways@2024-07-01' = {
  name: '${name}-nat'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      { id: address.id }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['${prefix}.0/24']
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '${prefix}.0/25'
          natGateway: {
            id: gateway.id
          }
          // What a Flex Consumption app asks of its subnet.
          delegations: [
            {
              name: 'app'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '${prefix}.128/26'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}
