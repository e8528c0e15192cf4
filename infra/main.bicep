targetScope = 'subscription'

metadata description = 'Handoff on Azure Functions: docs/deploy.md tells how to deploy it and what each parameter is for.'

import { storageSkuIn } from 'modules/regions.bicep'
import { roles } from 'modules/roles.bicep'

// Where

@minLength(1)
@maxLength(40)
@description('The name of the environment; the resources\' names are made from it.')
param environmentName string

// Named, so that one without the plan is refused before anything is made: Microsoft's own list for this plan, February 2026. A newer one may be added.
@allowed([
  'australiaeast'
  'australiasoutheast'
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
  'northcentralus'
  'northeurope'
  'norwayeast'
  'southafricanorth'
  'southcentralus'
  'southeastasia'
  'southindia'
  'spaincentral'
  'swedencentral'
  'uaenorth'
  'uksouth'
  'ukwest'
  'westcentralus'
  'westeurope'
  'westus'
  'westus2'
  'westus3'
])
@description('The region of every resource: one that offers Flex Consumption.')
@metadata({ azd: { type: 'location' } })
param location string

@description('The object id of whoever deploys: may publish the agreement and put secrets into the vault.')
param deployerId string = deployer().objectId

// The product

@description('The address in the links of mails, where the app has a domain of its own. Empty: the address of the app.')
param publicUrl string = ''

@allowed([
  'mailbox'
  'sendgrid'
  'smtp'
])
@description('How mail leaves; with mailbox it does not.')
param mail string = 'sendgrid'

@minLength(3)
@description('The address mail comes from.')
param mailFrom string

param mailFromName string = 'Handoff'

@description('How long one attempt to send may take, such as 30s.')
param mailTimeout string = '30s'

@description('Where the SendGrid account lives; empty: outside the European Union. docs/mail.md has the address for an account within.')
param sendGridHost string = ''

param smtpHost string = ''
param smtpPort string = ''

@allowed([
  'starttls'
  'tls'
])
param smtpSecurity string = 'starttls'
param smtpUser string = ''

@description('Connections to the mail server open at once, 1 to 32; empty: 4.')
param smtpConnections string = ''

@description('Addresses and networks of proxies before the app that tell for whom they ask, with commas; empty: the platform alone.')
param trustedProxies string = ''

// Secrets. An empty one leaves what the vault holds, so a secret rotated in the vault stays rotated.

@secure()
@minLength(15)
@description('The key of administration.')
param adminKey string

@description('Whether the key of administration of before is good too, while programs are given the new one.')
param adminKeyRotating bool = false

@secure()
@description('The key of administration of before.')
param adminKeyPrevious string = ''

@secure()
@description('The SendGrid key; it needs to send mail and nothing else.')
param sendGridApiKey string = ''

@description('Whether the vault already holds the SendGrid key. The output of that name says so to the next deployment.')
param sendGridKeyKept bool = false

@description('Whether SendGrid reports what became of a mail; turn it on together with its key, once the address of the app is known.')
param sendGridEvents bool = false

@secure()
@description('The public key with which SendGrid signs its events.')
param sendGridEventKey string = ''

@secure()
param smtpPassword string = ''

@description('The provider of single sign-on; empty: people sign in by a link in a mail alone.')
param openIdAuthority string = ''
param openIdClientId string = ''

@description('What the button calls the provider.')
param openIdLabel string = ''

@secure()
@description('The secret that the provider gave for the app.')
param openIdClientSecret string = ''

@description('The variables that sources.yaml takes keys from.')
param sourceKeyNames string[] = ['HANDOFF_WEBSITE_KEY']

@secure()
@description('Their values, by name.')
param sourceKeys object

// Running

@minValue(0)
@maxValue(20)
@description('Instances that stay ready for orchestrations. With 0 a deadline may wait for a cold start.')
param alwaysReadyDurable int = 1

@minValue(0)
@maxValue(20)
@description('Instances that stay ready for webhooks and links. With 0 the first request after a pause waits for a cold start.')
param alwaysReadyHttp int = 1

@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@allowed([
  ''
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
@description('How storage is replicated; empty: across the zones of the region, or locally where it has none. Replication is no backup.')
param storageSku string = ''

@description('Whether storage and the vault are reached by private endpoints of a virtual network that the app is in, and by nobody else.')
param virtualNetwork bool = false

@description('The first 24 bits of the addresses of the virtual network, where another network is to be peered with it.')
param virtualNetworkPrefix string = '10.20.0'

@description('With the virtual network: public addresses (IPv4 or CIDR) that may still reach the vault and the agreement, such as that of whoever deploys.')
param deployerAddresses string[] = []

@description('Whether a lock keeps the accounts that hold leads and keys from being deleted; azd down then stops at it.')
param lockData bool = false

// Watching

@minLength(3)
@description('To whom alerts about Handoff itself go.')
param alertEmail string

@allowed([
  5
  10
  15
  30
])
param alertAfterSilentMinutes int = 10

@minValue(60)
param alertAfterLateSeconds int = 300

@minValue(0)
param alertAfterFailedDeliveries int = 3

@description('Whether Azure calls the heartbeat from outside, and tells when it stops.')
param watchHeartbeat bool = true

@minValue(30)
@maxValue(730)
param telemetryDays int = 30

@minValue(-1)
@description('The most telemetry taken in a day, in GB; -1: no limit.')
param telemetryDailyCapGb int = -1

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var vaultName = 'kv-handoff-${token}'
var identityName = 'id-handoff-${token}'
var networkName = 'vnet-handoff-${token}'
var insightsName = 'appi-handoff-${token}'
var packageContainer = 'app-package'
var agreementContainer = 'agreement'
var hubName = 'handoff'
var storageSkuUsed = empty(storageSku) ? storageSkuIn(location) : storageSku
var lacksSendGridKey = mail == 'sendgrid' && empty(sendGridApiKey) && !sendGridKeyKept

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: identityName
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-handoff-${token}'
    insightsName: insightsName
    location: location
    tags: tags
    retentionDays: telemetryDays
    dailyCapGb: telemetryDailyCapGb
    grants: [grantToApp(identity.outputs.principalId, roles.monitoringMetricsPublisher)]
  }
}

// Three accounts, each with the backups, the limits and the readers of its own kind; docs/decisions/0032-three-storage-accounts.md says why.
module hostStorage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    skuName: storageSkuUsed
    isPrivate: virtualNetwork
    containers: [packageContainer]
    grants: [
      grantToApp(identity.outputs.principalId, roles.blobDataOwner)
      grantToApp(identity.outputs.principalId, roles.queueDataContributor)
      grantToApp(identity.outputs.principalId, roles.tableDataContributor)
    ]
  }
}

module leadStorage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stleads${token}'
    location: location
    tags: tags
    skuName: storageSkuUsed
    isPrivate: virtualNetwork
    allowedAddresses: deployerAddresses
    containers: [agreementContainer]
    blobRetentionDays: 14
    isLocked: lockData
    grants: [
      grantToApp(identity.outputs.principalId, roles.blobDataContributor)
      grantToApp(identity.outputs.principalId, roles.tableDataContributor)
    ]
    firstContainerGrants: [
      { principalId: deployerId, roleId: roles.blobDataContributor }
    ]
  }
}

module keyStorage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stkeys${token}'
    location: location
    tags: tags
    skuName: storageSkuUsed
    isPrivate: virtualNetwork
    isLocked: lockData
    grants: [
      grantToApp(identity.outputs.principalId, roles.tableDataContributor)
    ]
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: tags
    isPrivate: virtualNetwork
    allowedAddresses: deployerAddresses
    settings: concat(sourceKeyNames, [
      'HANDOFF_ADMIN_KEY'
      'HANDOFF_ADMIN_KEY_PREVIOUS'
      'HANDOFF_OPENID_CLIENT_SECRET'
      'HANDOFF_SENDGRID_API_KEY'
      'HANDOFF_SENDGRID_EVENT_KEY'
      'HANDOFF_SMTP_PASSWORD'
    ])
    secrets: union(sourceKeys, {
      HANDOFF_ADMIN_KEY: adminKey
      HANDOFF_ADMIN_KEY_PREVIOUS: adminKeyPrevious
      HANDOFF_OPENID_CLIENT_SECRET: openIdClientSecret
      HANDOFF_SENDGRID_API_KEY: lacksSendGridKey
        ? fail('HANDOFF_MAIL is sendgrid (the default) and there is no key: set HANDOFF_SENDGRID_API_KEY for this one deployment, or HANDOFF_MAIL to smtp or mailbox. If the vault holds the key already, azd env set HANDOFF_SENDGRID_KEY_KEPT true.')
        : sendGridApiKey
      HANDOFF_SENDGRID_EVENT_KEY: sendGridEventKey
      HANDOFF_SMTP_PASSWORD: smtpPassword
    })
    grants: [
      grantToApp(identity.outputs.principalId, roles.keyVaultSecretsUser)
      grantToApp(identity.outputs.principalId, roles.keyVaultCryptoServiceEncryptionUser)
      { principalId: deployerId, roleId: roles.keyVaultSecretsOfficer }
    ]
  }
}

module network 'modules/network.bicep' = if (virtualNetwork) {
  scope: group
  params: {
    name: networkName
    location: location
    tags: tags
    prefix: virtualNetworkPrefix
  }
}

// The app reaches each service by an address of its own in the network; who looks its name up there is told that one.
module endpoints 'modules/endpoints.bicep' = if (virtualNetwork) {
  scope: group
  params: {
    location: location
    tags: tags
    networkName: networkName
    endpoints: [
      { service: 'blob', resource: 'Microsoft.Storage/storageAccounts', name: 'sthost${token}' }
      { service: 'queue', resource: 'Microsoft.Storage/storageAccounts', name: 'sthost${token}' }
      { service: 'table', resource: 'Microsoft.Storage/storageAccounts', name: 'sthost${token}' }
      { service: 'blob', resource: 'Microsoft.Storage/storageAccounts', name: 'stleads${token}' }
      { service: 'table', resource: 'Microsoft.Storage/storageAccounts', name: 'stleads${token}' }
      { service: 'table', resource: 'Microsoft.Storage/storageAccounts', name: 'stkeys${token}' }
      { service: 'vault', resource: 'Microsoft.KeyVault/vaults', name: vaultName }
    ]
  }
  dependsOn: [
    hostStorage
    keyStorage
    leadStorage
    network
    vault
  ]
}

// An empty one is not set: the app has its own defaults.
var optionalSettings = {
  HANDOFF_ADMIN_KEY_PREVIOUS: adminKeyRotating ? secretIn(vaultName, 'HANDOFF_ADMIN_KEY_PREVIOUS') : ''
  HANDOFF_MAIL: mail
  HANDOFF_MAIL_FROM: mailFrom
  HANDOFF_MAIL_FROM_NAME: mailFromName
  HANDOFF_MAIL_TIMEOUT: mailTimeout
  HANDOFF_OPENID_AUTHORITY: openIdAuthority
  HANDOFF_OPENID_CLIENT_ID: openIdClientId
  HANDOFF_OPENID_CLIENT_SECRET: empty(openIdAuthority) ? '' : secretIn(vaultName, 'HANDOFF_OPENID_CLIENT_SECRET')
  HANDOFF_OPENID_LABEL: openIdLabel
  HANDOFF_SENDGRID_API_KEY: mail == 'sendgrid' ? secretIn(vaultName, 'HANDOFF_SENDGRID_API_KEY') : ''
  HANDOFF_SENDGRID_EVENT_KEY: sendGridEvents ? secretIn(vaultName, 'HANDOFF_SENDGRID_EVENT_KEY') : ''
  HANDOFF_SENDGRID_HOST: sendGridHost
  HANDOFF_SMTP_CONNECTIONS: smtpConnections
  HANDOFF_SMTP_HOST: smtpHost
  HANDOFF_SMTP_PASSWORD: mail == 'smtp' && !empty(smtpUser) ? secretIn(vaultName, 'HANDOFF_SMTP_PASSWORD') : ''
  HANDOFF_SMTP_PORT: smtpPort
  HANDOFF_SMTP_SECURITY: mail == 'smtp' ? smtpSecurity : ''
  HANDOFF_SMTP_USER: smtpUser
  HANDOFF_TRUSTED_PROXIES: trustedProxies
}

var storeSettings = {
  AzureWebJobsStorage__blobServiceUri: hostStorage.outputs.blobUri
  AzureWebJobsStorage__queueServiceUri: hostStorage.outputs.queueUri
  AzureWebJobsStorage__tableServiceUri: hostStorage.outputs.tableUri
  HANDOFF_AGREEMENT_CONTAINER: agreementContainer
  HANDOFF_BLOBS_URI: leadStorage.outputs.blobUri
  HANDOFF_KEYS_TABLES_URI: keyStorage.outputs.tableUri
  HANDOFF_LINK_KEY_URI: vault.outputs.linkKeyUri
  HANDOFF_TABLES_URI: leadStorage.outputs.tableUri
  HANDOFF_TASK_HUB: hubName
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    planName: 'plan-handoff-${token}'
    name: 'func-handoff-${token}'
    location: location
    tags: tags
    identityName: identityName
    insightsName: insightsName
    packageContainerUri: '${hostStorage.outputs.blobUri}${packageContainer}'
    alwaysReady: {
      durable: alwaysReadyDurable
      http: alwaysReadyHttp
    }
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    publicUrl: publicUrl
    settings: union(
      toObject(sourceKeyNames, name => name, name => secretIn(vaultName, name)),
      { HANDOFF_ADMIN_KEY: secretIn(vaultName, 'HANDOFF_ADMIN_KEY') },
      toObject(
        filter(items(optionalSettings), setting => !empty(setting.value)),
        setting => setting.key,
        setting => setting.value
      ),
      storeSettings
    )
    subnetId: virtualNetwork ? '${group.id}/providers/Microsoft.Network/virtualNetworks/${networkName}/subnets/app' : ''
  }
  dependsOn: [
    endpoints
    monitoring
  ]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
    silenceMinutes: alertAfterSilentMinutes
    latenessSeconds: alertAfterLateSeconds
    failedDeliveries: alertAfterFailedDeliveries
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module heartbeat 'modules/heartbeat.bicep' = if (watchHeartbeat) {
  scope: group
  params: {
    location: location
    tags: tags
    insightsName: insightsName
    url: empty(publicUrl) ? app.outputs.uri : publicUrl
  }
  dependsOn: [
    alerts
    monitoring
  ]
}

@description('An assignment to the app\'s identity, which was made by this deployment.')
func grantToApp(principalId string, roleId string) object => {
  principalId: principalId
  principalType: 'ServicePrincipal'
  roleId: roleId
}

@description('The reference to a secret of the vault, without a version: a rotated one is taken up by itself.')
func secretIn(vault string, setting string) string =>
  '@Microsoft.KeyVault(VaultName=${vault};SecretName=${toLower(replace(setting, '_', '-'))})'

// What azd and the scripts need; nothing here is secret.
output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output SERVICE_API_NAME string = app.outputs.name
output SERVICE_API_URI string = app.outputs.uri
output HANDOFF_AGREEMENT_BLOBS string = leadStorage.outputs.blobUri
output HANDOFF_AGREEMENT_CONTAINER string = agreementContainer
output HANDOFF_SENDGRID_KEY_KEPT bool = sendGridKeyKept || mail == 'sendgrid'
