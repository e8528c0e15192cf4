metadata description = 'What a region offers. One that is not named here gets what every region has, so no deployment fails half-way for it.'

// Azure's list of regions with zone-redundant storage of general purpose v2 (learn.microsoft.com/azure/storage/common/redundancy-regions-zrs).
var withZones = [
  'australiaeast'
  'brazilsouth'
  'canadacentral'
  'centralindia'
  'centralus'
  'eastasia'
  'eastus'
  'eastus2'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'japaneast'
  'koreacentral'
  'northeurope'
  'norwayeast'
  'southafricanorth'
  'southcentralus'
  'southeastasia'
  'spaincentral'
  'swedencentral'
  'uaenorth'
  'uksouth'
  'westeurope'
  'westus2'
  'westus3'
]

@export()
@description('How storage is replicated where nothing else is asked for: across zones where the region has them.')
func storageSkuIn(location string) string => contains(withZones, location) ? 'Standard_ZRS' : 'Standard_LRS'
